using Sasr.Arena.Environments;
using Sasr.Arena.Rewards;
using Sasr.Arena.Tests.Fakes;

namespace Sasr.Arena.Tests.Environments;

public sealed class QuestionEnvironmentTests
{
    private FakeArena _arena = null!;

    [SetUp]
    public void Open()
    {
        _arena = new FakeArena();
        _arena.Write("rewards/short.csx");
        _arena.Write("environments/math/environment.yaml", "rewards: { answer: 1, format: 0, short: 0 }\n");
    }

    [TearDown]
    public async Task Close() => await _arena.DisposeAsync();

    [Test]
    public async Task Every_component_is_reported_under_its_name_whatever_its_weight()
    {
        _arena.Other = submission => Reward.Of(submission.Completion is { Length: < 1000 } ? 0.75 : 0);

        Reward reward = await StepAsync(problem => $"<think>so</think><answer>{problem}</answer>");

        Assert.That(reward.Components, Is.EquivalentTo(new Dictionary<string, double> { ["answer"] = 1, ["format"] = 1, ["short"] = 0.75 }));
        Assert.That((reward.Value, reward.IsCorrect), Is.EqualTo((1.0, true)));
    }

    [Test]
    public async Task A_completion_without_an_answer_still_has_a_length()
    {
        string? seen = null;
        _arena.Other = submission =>
        {
            seen = submission.Completion;
            return Reward.Of(0.5);
        };

        Reward reward = await StepAsync(_ => "I do not know.");

        Assert.That(seen, Is.EqualTo("I do not know."));
        Assert.That(reward.Components, Is.EquivalentTo(new Dictionary<string, double> { ["answer"] = 0, ["format"] = 0, ["short"] = 0.5 }));
        Assert.That((reward.Value, reward.IsCorrect), Is.EqualTo((0.0, false)));
    }

    [Test]
    public async Task A_component_that_fails_leaves_no_reward()
    {
        _arena.Other = _ => Reward.Failed("the worker died");

        Reward reward = await StepAsync(problem => $"<think>so</think><answer>{problem}</answer>");

        Assert.That(reward.Unscored, Is.EqualTo("the worker died"));
    }

    private async Task<Reward> StepAsync(Func<string, string> completion)
    {
        await using IEnvironment environment = (await _arena.Reopen().FactoryAsync("math/double"))();
        Observation question = await environment.ResetAsync(1);
        int n = int.Parse(question.Text.Split('*')[1], System.Globalization.CultureInfo.InvariantCulture);
        return (await environment.StepAsync(completion($"{2 * n}"))).Rewards[0];
    }
}
