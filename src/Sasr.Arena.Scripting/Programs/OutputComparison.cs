namespace Sasr.Arena.Scripting.Programs;

/// <summary>
/// Compares what a program printed with what it was to print. Line endings, blanks at the ends of lines and empty lines at the end do
/// not count.
/// </summary>
internal static class OutputComparison
{
    private const int Shown = 60;

    /// <summary>Whether the two are the same.</summary>
    public static bool AreEqual(string expected, string actual) => Difference(expected, actual) is null;

    /// <summary>One line on the first difference; null where there is none.</summary>
    public static string? Difference(string expected, string actual)
    {
        int expectedAt = 0, actualAt = 0;
        for (int line = 1; expectedAt < expected.Length || actualAt < actual.Length; line++)
        {
            bool isPrinted = actualAt < actual.Length, isExpected = expectedAt < expected.Length;
            ReadOnlySpan<char> expectedLine = Next(expected, ref expectedAt), actualLine = Next(actual, ref actualAt);
            if (expectedLine.SequenceEqual(actualLine))
                continue;
            return (isExpected, isPrinted) switch
            {
                (_, false) => $"line {line} is missing: {Quote(expectedLine)}",
                (false, _) => $"line {line} is one too many: {Quote(actualLine)}",
                _ => $"line {line} is {Quote(actualLine)}, not {Quote(expectedLine)}",
            };
        }
        return null;
    }

    /// <summary>The line from an index on, without its end and the blanks before that; the index moves behind it.</summary>
    private static ReadOnlySpan<char> Next(string text, ref int index)
    {
        ReadOnlySpan<char> rest = text.AsSpan(index);
        int end = rest.IndexOfAny('\n', '\r');
        if (end < 0)
        {
            index = text.Length;
            return rest.TrimEnd();
        }
        index += end + (rest[end..].StartsWith("\r\n") ? 2 : 1);
        return rest[..end].TrimEnd();
    }

    private static string Quote(ReadOnlySpan<char> line) => line.Length > Shown ? $"'{line[..Shown]}…'" : $"'{line}'";
}
