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
/// <param name="Index">Which of the seed's episodes.</param>
public sealed record EpisodeRequest(string Environment, int Level, Split Split, ulong Seed, int Sample = 0, int Index = 0)
{
    /// <summary>What <see cref="Agents.Conversation.Id"/> is at a turn, counted from 0.</summary>
    public ulong ConversationId(int turn)
    {
        ulong episode = Index == 0 ? Seed : Seeds.Derive(Seed, Index);
        return Seeds.Derive(Environment, Level, Split, episode, Sample, turn);
    }
}

/// <summary>What happened from reset to the end.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Environment">Where it happened.</param>
/// <param name="Turns">Observations and actions in order.</param>
/// <param name="Rewards">One total a player: the sum over the turns, the components of the last.</param>
/// <param name="Outcome">The last observation: how it ended, in words.</param>
/// <param name="Truncated">A limit cut the episode off.</param>
/// <param name="Info">What the last turn told of itself that no agent may see: <see cref="StepResult.Info"/>.</param>
public sealed record Episode(
    EpisodeRequest Request,
    EnvironmentInfo Environment,
    IReadOnlyList<Exchange> Turns,
    IReadOnlyList<Reward> Rewards,
    string Outcome,
    bool Truncated,
    IReadOnlyDictionary<string, string>? Info = null)
{
    /// <summary>The first player's reward.</summary>
    public Reward Reward => Rewards[0];
}
