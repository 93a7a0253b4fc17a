using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Episodes;

/// <summary>Which episode is wanted.</summary>
/// <param name="Environment">Id of a task or game.</param>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Split">The split it is drawn from.</param>
/// <param name="Seed">Of the environment: the same seed, the same question.</param>
/// <param name="Sample">Which of several tries at the same question.</param>
public sealed record EpisodeRequest(string Environment, int Level, Split Split, ulong Seed, int Sample = 0);

/// <summary>What happened from reset to the end.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Environment">Where it happened.</param>
/// <param name="Turns">Observations and actions in order.</param>
/// <param name="Rewards">One total a player: the sum over the turns, the components of the last.</param>
/// <param name="Outcome">The last observation: how it ended, in words.</param>
/// <param name="Truncated">A limit cut the episode off.</param>
public sealed record Episode(
    EpisodeRequest Request,
    EnvironmentInfo Environment,
    IReadOnlyList<Exchange> Turns,
    IReadOnlyList<Reward> Rewards,
    string Outcome,
    bool Truncated)
{
    /// <summary>The first player's reward.</summary>
    public Reward Reward => Rewards[0];
}
