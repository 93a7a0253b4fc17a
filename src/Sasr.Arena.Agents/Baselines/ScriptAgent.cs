using Sasr.Arena.Scripts;

namespace Sasr.Arena.Agents.Baselines;

/// <summary>A script as an agent; where it throws or runs too long, the episode is unscored.</summary>
public sealed class ScriptAgent(IAgentScript script) : IAgent
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        return await Task.WhenAll(conversations.Select(conversation => ActAsync(conversation, ct)));
    }

    private async Task<AgentAction> ActAsync(Conversation conversation, CancellationToken ct)
    {
        try
        {
            return new AgentAction(await script.ActAsync(conversation, ct));
        }
        catch (InfrastructureException e)
        {
            return AgentAction.Failed(e.Message);
        }
    }
}
