namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Which things a page lets browse where all are too many: the first of every kind, then the second of each, as far as there is room.</summary>
internal static class BrowserSelection
{
    /// <summary>Characters of JSON: with all episodes of a large evaluation a page would open slowly.</summary>
    public const int MostCharacters = 2_000_000;

    /// <summary>The things whose JSON has together at most so many characters, in their own order.</summary>
    public static IReadOnlyList<T> Of<T, TKind>(IReadOnlyList<T> things, Func<T, string> json, Func<T, TKind> kindOf, int mostCharacters = MostCharacters)
        where TKind : notnull
    {
        var ranks = new Dictionary<TKind, int>();
        (int Place, int Rank)[] ranked = [.. things.Select((thing, place) => (place, Rank(ranks, kindOf(thing))))];
        int room = mostCharacters;
        var chosen = new SortedSet<int>();
        foreach ((int place, _) in ranked.OrderBy(pair => pair.Rank))
        {
            int size = json(things[place]).Length;
            if (size > room)
                continue;
            room -= size;
            chosen.Add(place);
        }
        return [.. chosen.Select(place => things[place])];
    }

    private static int Rank<TKind>(Dictionary<TKind, int> ranks, TKind kind)
        where TKind : notnull => ranks[kind] = ranks.GetValueOrDefault(kind) + 1;
}
