namespace Sasr.Arena.Agents;

/// <summary>Does what the environment's worked solution does; its episodes are the demonstrations that SFT trains on.</summary>
public sealed class OracleAgent : IAgent
{
    /// <inheritdoc/>
    /// <exception cref="InputException">An environment has no worked solutions.</exception>
    public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        return ValueTask.FromResult<IReadOnlyList<AgentAction>>([.. conversations.Select(Demonstrate)]);
    }

    private static AgentAction Demonstrate(Conversation conversation) => new(
        conversation.Observation.Demonstration
        ?? throw new InputException($"{conversation.Environment.Id} has no worked solutions (a game gives them in string Oracle())."));
}
