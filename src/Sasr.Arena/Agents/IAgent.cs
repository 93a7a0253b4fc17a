namespace Sasr.Arena.Agents;

/// <summary>Whoever acts: a policy, an endpoint, the oracle, a person.</summary>
public interface IAgent
{
    /// <summary>One action for every conversation, in the same order.</summary>
    ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default);
}
