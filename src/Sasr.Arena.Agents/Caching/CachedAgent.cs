namespace Sasr.Arena.Agents.Caching;

/// <summary>
/// An agent whose completions are kept, so that a run that was killed goes on where it was, and one that is repeated asks
/// nothing. Failures are not kept. Its actions carry no tokens: they are not for training.
/// </summary>
/// <param name="agent">Who is asked for what is missing.</param>
/// <param name="cache">Where completions are kept.</param>
/// <param name="identity">See <see cref="AgentIdentity"/>.</param>
/// <param name="granularity">What may come from the cache while the rest is asked for.</param>
public sealed class CachedAgent(IAgent agent, CompletionCache cache, string identity, CacheGranularity granularity) : IAgent
{
    private int _asked;
    private int _kept;

    /// <summary>Conversations that the agent was asked about.</summary>
    public int Asked => _asked;

    /// <summary>Conversations whose completions were in the cache.</summary>
    public int Kept => _kept;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        if (granularity == CacheGranularity.Batch)
            return await ActTogetherAsync(conversations, ct);
        IReadOnlyList<AgentAction>[] each = await Task.WhenAll(conversations.Select(conversation => ActTogetherAsync([conversation], ct)));
        return [.. each.SelectMany(actions => actions)];
    }

    private async Task<IReadOnlyList<AgentAction>> ActTogetherAsync(IReadOnlyList<Conversation> batch, CancellationToken ct)
    {
        string key = CacheKey.Of(identity, batch);
        if (await cache.ReadAsync(key, batch.Count, ct) is { } kept)
        {
            Interlocked.Add(ref _kept, batch.Count);
            return [.. kept.Select(text => new AgentAction(text))];
        }
        Interlocked.Add(ref _asked, batch.Count);
        IReadOnlyList<AgentAction> actions = await agent.ActAsync(batch, ct);
        if (actions.Count == batch.Count && actions.All(action => action.Failure is null))
            await cache.WriteAsync(key, [.. actions.Select(action => action.Text)]);
        return [.. actions.Select(action => action with { Trace = null })];
    }
}
