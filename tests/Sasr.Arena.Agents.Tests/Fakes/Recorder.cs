using System.Collections.Concurrent;

namespace Sasr.Arena.Agents.Tests.Fakes;

/// <summary>An agent in this process that counts what it is asked.</summary>
internal sealed class Recorder(Func<Conversation, AgentAction> act) : IAgent
{
    public ConcurrentQueue<int> Batches { get; } = new();

    public ConcurrentQueue<ulong> Asked { get; } = new();

    public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        Batches.Enqueue(conversations.Count);
        foreach (Conversation conversation in conversations)
            Asked.Enqueue(conversation.Id);
        return ValueTask.FromResult<IReadOnlyList<AgentAction>>([.. conversations.Select(act)]);
    }
}
