namespace Sasr.Arena;

/// <summary>Finds what a user may have meant by a name that does not exist.</summary>
public static class Nearest
{
    /// <summary>The rest of an error's sentence: the nearest name, or all of them where none is near.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> names)
    {
        string? nearest = Find(name, names);
        return nearest is null ? $"; there are {string.Join(", ", names)}." : $"; did you mean '{nearest}'?";
    }

    /// <summary>The name with the fewest edits (Levenshtein), at most a third of its length; null where there is none.</summary>
    public static string? Find(string name, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(names);
        return names
            .Select(candidate => (candidate, edits: Distance(name, candidate)))
            .Where(pair => pair.edits <= Math.Max(2, pair.candidate.Length / 3))
            .OrderBy(pair => pair.edits)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = row;
        }
        return previous[^1];
    }
}
