using Sasr.Arena.Rewards;

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
    [TestCase("style", 1)]
    public void Weights_that_make_no_sense_are_refused(string name, double weight) =>
        Assert.That(() => new RewardMix(new Dictionary<string, double> { [name] = weight }), Throws.TypeOf<InputException>());

    [Test]
    public void A_failure_of_ours_is_neither_right_nor_wrong()
    {
        Reward failed = Reward.Failed("the sandbox died");

        Assert.That(failed.IsScored, Is.False);
        Assert.That(failed.IsCorrect, Is.False);
    }
}
