using Sasr.Arena.Agents.Baselines;
using Sasr.Arena.Agents.Tests.Fakes;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Agents.Tests.Baselines;

public sealed class ScriptAgentTests
{
    [Test]
    public async Task A_script_that_throws_costs_its_own_conversation()
    {
        IReadOnlyList<AgentAction> actions = await new ScriptAgent(new Fragile()).ActAsync(Ask.Questions(3));
        Assert.That(actions, Is.EqualTo(new[] { new AgentAction("2 * 0"), AgentAction.Failed("it threw"), new AgentAction("2 * 2") }));
    }

    private sealed class Fragile : IAgentScript
    {
        public string Name => "fragile";

        public int Version => 1;

        public ValueTask<string> ActAsync(Conversation conversation, CancellationToken ct = default) => conversation.Id == 1
            ? throw new InfrastructureException("it threw")
            : ValueTask.FromResult(conversation.Observation.Text);
    }
}
