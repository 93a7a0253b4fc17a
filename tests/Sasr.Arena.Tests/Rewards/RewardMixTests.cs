using Sasr.Arena.Rewards;
using Sasr.Arena.Tests.Fakes;

namespace Sasr.Arena.Tests.Rewards;

public sealed class RewardMixTests
{
    [TestCase(1, 1, 1)]
    [TestCase(0, 1, 0.1 / 1.1)]
    [TestCase(0, 0, 0)]
    [TestCase(0.5, 1, 0.6 / 1.1)]
    public void The_total_is_the_weighted_mean(double answer, double format, double expected)
    {
        var mix = new RewardMix(new Dictionary<string, double> { ["answer"] = 1, ["format"] = 0.1 });

        Reward reward = mix.Combine(new Dictionary<string, double> { ["answer"] = answer, ["format"] = format });

        Assert.That(reward.Value, Is.EqualTo(expected).Within(1e-12));
        Assert.That(reward.IsCorrect, Is.EqualTo(answer == 1));
        Assert.That(reward.Components["format"], Is.EqualTo(format));
    }

    [TestCase("answer", -1)]
    [TestCase("answer", double.NaN)]
    [TestCase("answer", 0)]
    public void Weights_that_make_no_sense_are_refused(string name, double weight) =>
        Assert.That(() => new RewardMix(new Dictionary<string, double> { [name] = weight }), Throws.TypeOf<InputException>());

    // A = answer, F = format, L = length.
    [TestCase("{ answer: 1, format: 0.1, length: 0 }", 1, 0, 0, 1 / 1.1)]
    [TestCase("{ answer: 2, format: 1, length: 1 }", 0.5, 1, 0.25, (1 + 1 + 0.25) / 4)]
    [TestCase("{ weighted: { answer: 3, length: 1 } }", 1, 0, 0, 0.75)]
    [TestCase("{ gate: [format, answer] }", 0.5, 1, 0, 0.5)]
    [TestCase("{ gate: [format, answer] }", 1, 0, 1, 0)]
    [TestCase("{ gate: [format, answer] }", 1, 0.99, 1, 0)]
    [TestCase("{ gate: [answer] }", 0.3, 0, 0, 0.3)]
    [TestCase("{ gate: [format, answer, length] }", 1, 1, 0.25, 0.25)]
    [TestCase("{ gate: [format, answer, length] }", 0.9, 1, 0.25, 0)]
    [TestCase("{ gate: [format, { answer: 3, length: 1 }] }", 1, 1, 0.5, 0.875)]
    [TestCase("{ gate: [format, { answer: 3, length: 1 }] }", 1, 0, 0.5, 0)]
    [TestCase("{ all-of: [answer, format, length] }", 0.5, 1, 0.5, 0.25)]
    [TestCase("{ all-of: [answer, format] }", 1, 0, 1, 0)]
    [TestCase("{ first-of: [answer, length] }", 0.5, 1, 0.25, 0.5)]
    [TestCase("{ first-of: [answer, length] }", 0, 1, 0.25, 0.25)]
    [TestCase("{ first-of: [answer, length] }", 0, 1, 0, 0)]
    [TestCase("{ first-of: [{ gate: [format, answer] }, { all-of: [length, length] }] }", 1, 0, 0.5, 0.25)]
    [TestCase("{}", 0.5, 1, 1, 0.5)]
    [TestCase("", 0.5, 1, 1, 0.5)]
    public async Task A_mix_combines_components_as_its_yaml_says(string yaml, double answer, double format, double length, double expected)
    {
        await using var arena = new FakeArena();
        arena.Write("environments/math/environment.yaml", $"rewards: {yaml}\n");
        RewardMix mix = arena.Reopen().Definition("math/double").Rewards;

        Reward reward = mix.Combine(new Dictionary<string, double> { ["answer"] = answer, ["format"] = format, ["length"] = length });

        Assert.That(reward.Value, Is.EqualTo(expected).Within(1e-12));
        Assert.That(reward.IsCorrect, Is.EqualTo(answer == 1), "whatever the total");
    }

    [Test]
    public void A_failure_of_ours_is_neither_right_nor_wrong()
    {
        Reward failed = Reward.Failed("the sandbox died");

        Assert.That(failed.IsScored, Is.False);
        Assert.That(failed.IsCorrect, Is.False);
    }
}
