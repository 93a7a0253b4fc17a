using Sasr.Arena.Agents;

namespace Sasr.Arena.Evaluation.Tests.Fakes;

/// <summary>Answers the first of every four questions rightly, whatever the batches.</summary>
internal sealed class EveryFourthRight : IAgent
{
    private int _asked;

    public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default) =>
        ValueTask.FromResult<IReadOnlyList<AgentAction>>(
        [
            .. conversations.Select(conversation => new AgentAction(
                _asked++ % 4 == 0 ? conversation.Observation.Demonstration! : "<think>?</think><answer>none</answer>")),
        ]);
}
