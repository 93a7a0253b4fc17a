using Sasr.Arena.Environments;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Scripts;

public sealed class GameRulesTests
{
    private readonly ScriptFolder _folder = new();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task Two_players_take_turns_and_are_rewarded_apart()
    {
        await using IEnvironment game = await CreateAsync("""
            Environment(version: 1, maxTurns: 4, players: 2);
            string Reset(Rng rng, int level) => "first";
            StepOutcome Step(string action) => action == "end"
                ? StepOutcome("over", Done: true, Rewards: [0.25, 0.75])
                : StepOutcome("second", Reward: 0.1, Player: 1);
            """);
        Assert.That((await game.ResetAsync(1)).Player, Is.Zero);
        StepResult first = await game.StepAsync("go");
        StepResult second = await game.StepAsync("end");
        Assert.Multiple(() =>
        {
            Assert.That(first.Observation.Player, Is.EqualTo(1));
            Assert.That(first.Rewards.Select(reward => reward.Value), Is.EqualTo(new[] { 0.1, 0 }));
            Assert.That(second.Rewards.Select(reward => reward.Value), Is.EqualTo(new[] { 0.25, 0.75 }));
            Assert.That(second.Terminated, Is.True);
            Assert.That(second.Observation.Demonstration, Is.Null);
        });
    }

    [TestCase("StepOutcome(\"x\", Reward: 2)", "a reward of 2")]
    [TestCase("StepOutcome(\"x\", Reward: -1)", "a reward of -1")]
    [TestCase("StepOutcome(\"x\", Reward: double.NaN)", "a reward of NaN")]
    [TestCase("StepOutcome(\"x\", Rewards: [0, 1])", "Rewards has 2 values for 1 players")]
    [TestCase("StepOutcome(\"x\", Player: 1)", "the next player is 1")]
    [TestCase("null", "(3,13): Step returned null")]
    [TestCase("throw new Exception(\"mine\")", "(3,36): Exception: mine")]
    public async Task A_step_that_breaks_the_rules_is_a_failure_of_infrastructure(string outcome, string message)
    {
        await using IEnvironment game = await CreateAsync($"""
            Environment(version: 1, maxTurns: 4);
            string Reset(Rng rng, int level) => "go";
            StepOutcome Step(string action) => {outcome};
            """);
        await game.ResetAsync(1);
        Assert.That(
            async () => await game.StepAsync("x"),
            Throws.TypeOf<InfrastructureException>().With.Message.Contains("game.csx").And.Message.Contains(message));
        Assert.That(async () => await game.StepAsync("x"), Throws.InvalidOperationException);
    }

    private async Task<IEnvironment> CreateAsync(string source)
    {
        IGameScript game = await SharedHost.Instance.LoadGameAsync("games/game", _folder.Write("game.csx", source));
        return game.Create();
    }
}
