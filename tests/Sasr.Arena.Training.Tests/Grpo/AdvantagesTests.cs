using Sasr.Arena.Rewards;
using Sasr.Arena.Training.Grpo;

namespace Sasr.Arena.Training.Tests.Grpo;

public sealed class AdvantagesTests
{
    [Test]
    public void A_member_is_measured_against_its_groups_mean_and_sample_deviation()
    {
        // Rewards 1, 0, 0, 1: mean 1/2, sample variance 1/3.
        Advantages advantages = Of([1, 0, 0, 1], 4, RewardScale.Group);

        double expected = 0.5 / (Math.Sqrt(1.0 / 3) + 1e-4);
        Assert.That(advantages.Values, Is.EqualTo(new[] { expected, -expected, -expected, expected }).Within(1e-6));
        Assert.That(advantages.ZeroSpreadShare, Is.Zero);
        Assert.That(advantages.MeanGroupDeviation, Is.EqualTo(Math.Sqrt(1.0 / 3)).Within(1e-12));
    }

    [Test]
    public void A_group_without_spread_has_no_advantage()
    {
        Advantages advantages = Of([1, 1, 0.3, 0.3, 1, 0], 2, RewardScale.Group);

        Assert.That(advantages.Values.Take(4), Is.All.Zero);
        Assert.That(advantages.Values[4], Is.GreaterThan(0));
        Assert.That(advantages.ZeroSpreadShare, Is.EqualTo(2.0 / 3));
    }

    [Test]
    public void Unscaled_advantages_are_differences_to_the_mean() =>
        Assert.That(Of([1, 0, 0, 0], 4, RewardScale.None).Values, Is.EqualTo(new[] { 0.75f, -0.25f, -0.25f, -0.25f }));

    [Test]
    public void Batch_scaling_divides_all_groups_by_the_deviation_of_the_batch()
    {
        // Rewards 1, 0, 1, 1: mean 3/4, sample variance 1/4.
        Advantages advantages = Of([1, 0, 1, 1], 2, RewardScale.Batch);

        Assert.That(advantages.Values, Is.EqualTo(new[] { 0.5 / 0.5001, -0.5 / 0.5001, 0, 0 }).Within(1e-6));
    }

    [Test]
    public void An_unscored_member_takes_no_part()
    {
        Reward[] rewards = [Reward.Of(1), Reward.Failed("the sandbox died"), Reward.Of(0), Reward.Of(1), Reward.Failed("again"), Reward.Failed("again")];

        Advantages advantages = Advantages.Of(rewards, 3, RewardScale.None);

        // The second group has one scored member: nothing to compare it with.
        Assert.That(advantages.Values, Is.EqualTo(new[] { 0.5f, 0, -0.5f, 0, 0, 0 }));
    }

    private static Advantages Of(double[] rewards, int groupSize, RewardScale scale) =>
        Advantages.Of([.. rewards.Select(Reward.Of)], groupSize, scale);
}
