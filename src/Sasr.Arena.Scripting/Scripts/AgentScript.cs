using Sasr.Arena.Agents;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Scripts;

/// <inheritdoc cref="IAgentScript"/>
internal sealed class AgentScript(ScriptHost host, ScriptSource source, Declaration declaration, ScriptHostOptions options) : IAgentScript
{
    public string Name => source.Id;

    public int Version => declaration.Version;

    public async ValueTask<string> ActAsync(Conversation conversation, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var act = new ActItem(
            source.Key,
            Seeds.Derive("script", conversation.Id),
            conversation.Environment.Id,
            conversation.Environment.Instructions,
            conversation.Observation.Text,
            [.. conversation.History.Select(exchange => new PastTurn(exchange.Observation.Text, exchange.Action.Text))]);
        var item = new WorkItem { Act = act };
        return (await ScriptCall.RunAsync(host.NextWorker, new WorkCall(item, source, options.CallDeadline, ct))).Action
            ?? throw new InfrastructureException($"{source.File}: the worker gave no action.");
    }
}
