using Sasr.Arena.Problems;

namespace Sasr.Arena.Tasks;

/// <summary>What is known of a task before any problem is drawn.</summary>
/// <param name="Id">From the script's path: <c>math/chain-sum</c>.</param>
/// <param name="Version">Raised by every change that alters problems or scores.</param>
/// <param name="Levels">Number of difficulty levels; they count from 1.</param>
/// <param name="Tags">What it exercises.</param>
/// <param name="Reward">Name of the reward that judges its answers; null where the script scores them itself.</param>
/// <param name="Summary">One line: what is asked.</param>
public sealed record TaskInfo(
    string Id,
    int Version,
    int Levels,
    IReadOnlyList<string> Tags,
    string? Reward,
    string Summary)
{
    /// <summary>The splits that it has problems of.</summary>
    public IReadOnlyList<Split> Splits { get; init; } = Problems.Splits.All;
}
