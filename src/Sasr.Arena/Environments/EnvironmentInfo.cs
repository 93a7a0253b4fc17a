using Sasr.Arena.Problems;

namespace Sasr.Arena.Environments;

/// <summary>What is known of an environment before it is reset.</summary>
/// <param name="Id">A task's id (<c>math/chain-sum</c>) or a game's (<c>games/guess-number</c>).</param>
/// <param name="Version">Raised by every change that alters observations or rewards.</param>
/// <param name="Levels">Number of difficulty levels; they count from 1.</param>
/// <param name="Players">Number of players, at least 1.</param>
/// <param name="MaxTurns">Turns after which an episode is truncated.</param>
/// <param name="Instructions">What an agent is told before its first observation; may be empty.</param>
/// <param name="Tags">What it exercises.</param>
/// <param name="Summary">One line: what is asked.</param>
public sealed record EnvironmentInfo(
    string Id,
    int Version,
    int Levels,
    int Players,
    int MaxTurns,
    string Instructions,
    IReadOnlyList<string> Tags,
    string Summary)
{
    /// <summary>The splits that it can be asked in.</summary>
    public IReadOnlyList<Split> Splits { get; init; } = Problems.Splits.All;
}
