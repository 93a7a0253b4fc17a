namespace Sasr.Arena.Checks;

/// <summary>How thoroughly a task is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>Fewest problems that the statistics of a level can stand on.</summary>
    public const int MinProblems = 100;

    /// <summary>Train problems drawn at every level; a fifth as many test problems, a tenth as many validation problems.</summary>
    public int Problems { get; init; } = 500;

    /// <summary>The seed of every draw.</summary>
    public ulong Seed { get; init; } = 1;
}
