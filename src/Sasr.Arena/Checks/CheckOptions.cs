namespace Sasr.Arena.Checks;

/// <summary>How thoroughly a task is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>Fewest problems that the statistics of a level can stand on.</summary>
    public const int MinProblems = 100;

    /// <summary>Train problems drawn at every level; an eighth as many test problems, a twentieth as many validation problems.</summary>
    public int Problems { get; init; } = 500;

    /// <summary>Test problems of every level that near misses and cheap completions are tried on.</summary>
    public int JudgedProblems { get; init; } = 40;

    /// <summary>The seed of every draw.</summary>
    public ulong Seed { get; init; } = 1;
}
