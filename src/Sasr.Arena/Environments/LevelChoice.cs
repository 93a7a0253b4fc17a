using System.Globalization;

namespace Sasr.Arena.Environments;

/// <summary>Which levels of a task or game are meant: all that it has, or some. In YAML <c>all</c>, <c>2</c>, <c>1-3</c> or <c>[1-3, 5]</c>.</summary>
public sealed class LevelChoice
{
    private const int Highest = 1_000;

    private readonly int[]? _levels;

    private LevelChoice() => _levels = null;

    /// <summary>These levels, in this order.</summary>
    /// <exception cref="InputException">There are none, or one is not a level.</exception>
    public LevelChoice(params IReadOnlyList<int> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Count == 0)
            throw new InputException("there are no levels; write all, or at least one");
        if (levels.Any(level => level is < 1 or > Highest))
            throw new InputException($"{levels.First(level => level is < 1 or > Highest)} is no level; they count from 1");
        _levels = [.. levels];
    }

    /// <summary>All levels, from the lowest.</summary>
    public static LevelChoice All { get; } = new();

    /// <summary>Reads <c>all</c>, or numbers and ranges such as <c>1-3,5</c>.</summary>
    /// <exception cref="InputException">The text is neither.</exception>
    public static LevelChoice Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "all")
            return All;
        var levels = new List<int>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-', 2);
            if (!TryParse(ends[0], out int first) || !TryParse(ends[^1], out int last) || last < first)
                throw new InputException($"'{text}' is no list of levels; write all, 2, 1-3 or [1-3, 5]");
            levels.AddRange(Enumerable.Range(first, last - first + 1));
        }
        return new LevelChoice(levels);
    }

    /// <summary>The levels meant of a task or game.</summary>
    /// <exception cref="InputException">It lacks one.</exception>
    public IReadOnlyList<int> Of(EnvironmentInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        foreach (int level in _levels ?? [])
        {
            if (level > info.Levels)
                throw new InputException($"{info.Id} has no level {level}: its levels are 1 to {info.Levels}");
        }
        return _levels ?? [.. Enumerable.Range(1, info.Levels)];
    }

    private static bool TryParse(string text, out int level) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out level) && level is >= 1 and <= Highest;
}
