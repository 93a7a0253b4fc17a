namespace Sasr.Arena.Scripting.Programs;

/// <summary>Compares what a program printed with what it should have.</summary>
internal static class OutputComparison
{
    /// <summary>
    /// Whether the texts have the same lines; line endings, blanks at the ends of lines and empty lines at the end do not count.
    /// </summary>
    public static bool Matches(string expected, string actual)
    {
        MemoryExtensions.SpanSplitEnumerator<char> left = Lines(expected), right = Lines(actual);
        while (true)
        {
            bool hasLeft = left.MoveNext(), hasRight = right.MoveNext();
            if (!hasLeft && !hasRight)
                return true;
            ReadOnlySpan<char> first = hasLeft ? expected.AsSpan(left.Current).TrimEnd() : default;
            ReadOnlySpan<char> second = hasRight ? actual.AsSpan(right.Current).TrimEnd() : default;
            if (!first.SequenceEqual(second))
                return false;
        }
    }

    // A carriage return before a line feed is a blank at the line's end.
    private static MemoryExtensions.SpanSplitEnumerator<char> Lines(string text) => text.AsSpan().Split('\n');
}
