using Sasr.Arena.Environments;

namespace Sasr.Arena.Agents;

/// <summary>All that an agent may know when it acts, in one episode.</summary>
/// <param name="Id">A hash of the episode and the turn: the seed of what an agent does at random here.</param>
/// <param name="Environment">Where it acts.</param>
/// <param name="History">Earlier observations and the actions taken on them.</param>
/// <param name="Observation">What it must act on now.</param>
/// <param name="Level">Difficulty of the episode, from 1: for baselines; a model is not told.</param>
public sealed record Conversation(
    ulong Id,
    EnvironmentInfo Environment,
    IReadOnlyList<Exchange> History,
    Observation Observation,
    int Level = 1);

/// <summary>An observation and the action taken on it.</summary>
/// <param name="Observation">What was shown.</param>
/// <param name="Action">What was done.</param>
public sealed record Exchange(Observation Observation, AgentAction Action);
