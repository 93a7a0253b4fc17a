namespace Sasr.Arena.Scripting.Dialect;

/// <summary>All that an agent is shown.</summary>
/// <param name="Environment">Id of the task or game.</param>
/// <param name="Instructions">What it is told before its first observation; may be empty.</param>
/// <param name="Observation">What it must act on now: for a task, the question.</param>
/// <param name="History">Earlier turns of the same episode, the oldest first.</param>
public sealed record Situation(string Environment, string Instructions, string Observation, IReadOnlyList<Turn> History);

/// <summary>An earlier turn.</summary>
/// <param name="Observation">What was shown.</param>
/// <param name="Action">What the agent did.</param>
public sealed record Turn(string Observation, string Action);
