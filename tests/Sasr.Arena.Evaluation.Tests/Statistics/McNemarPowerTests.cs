using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class McNemarPowerTests
{
    // Six flips are needed for two-sided 0.05 (2/64), and six of six that all get lost show it: p⁶.
    [TestCase(5, 0.9, 0.0, 0.0)]
    [TestCase(6, 0.9, 0.0, 0.531441)]
    [TestCase(6, 0.9, 0.1, 0.531441)]
    // Seven: seven lost, or six lost and one the same, 0.5⁷ + 7·0.5⁶·0.3; six lost and one gained has p = 16/128.
    [TestCase(7, 0.5, 0.2, 0.0078125 + 0.0328125)]
    public void The_power_for_a_few_problems_equals_the_count_by_hand(int problems, double lost, double gained, double expected) =>
        Assert.That(McNemarPower.Of(problems, lost, gained), Is.EqualTo(expected).Within(1e-9));

    // Connor, "Sample size for testing differences in proportions for the paired-sample design", Biometrics 43, 1987: pairs for a
    // power of 0.8 at 0.05 by n = ((1.96 √p + 0.8416 √(p - d²)) / d)². 23 is the example of powerandsamplesize.com. The exact test
    // has a little less power, the less the fewer the pairs.
    [TestCase(0.50, 0.40, 23)]
    [TestCase(0.45, 0.15, 155)]
    [TestCase(0.10, 0.05, 312)]
    [TestCase(0.30, 0.05, 940)]
    public void The_power_is_a_little_below_that_of_connors_approximation(double discordance, double drop, int connor)
    {
        double n = Math.Pow(((1.959964 * Math.Sqrt(discordance)) + (0.841621 * Math.Sqrt(discordance - (drop * drop)))) / drop, 2);
        Assert.That((int)Math.Ceiling(n), Is.EqualTo(connor));
        Assert.That(McNemarPower.Of(connor, (discordance + drop) / 2, (discordance - drop) / 2), Is.InRange(0.68, 0.8));
    }

    [TestCase(100, 0.1)]
    [TestCase(500, 0.25)]
    [TestCase(3000, 0.02)]
    public void The_smallest_drop_is_where_the_power_reaches_what_was_asked(int problems, double discordance)
    {
        double drop = McNemarPower.SmallestDrop(problems, discordance)!.Value;
        double differing = Math.Max(drop, discordance);
        Assert.That(McNemarPower.Of(problems, (differing + drop) / 2, (differing - drop) / 2), Is.EqualTo(0.8).Within(1e-6));
    }

    [Test]
    public void More_problems_show_smaller_drops_and_more_differences_hide_them()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(McNemarPower.SmallestDrop(800, 0.2), Is.LessThan(McNemarPower.SmallestDrop(200, 0.2)!.Value));
            Assert.That(McNemarPower.SmallestDrop(200, 0.4), Is.GreaterThan(McNemarPower.SmallestDrop(200, 0.2)!.Value));
        }
    }

    [Test]
    public void Agents_that_never_differ_still_could_have_by_a_drop_of_eight_problems_or_so()
    {
        // With no noise the drop itself must give six flips with probability 0.8: 7.9 expected (Poisson).
        Assert.That(McNemarPower.SmallestDrop(1000, 0), Is.EqualTo(0.0079).Within(0.0001));
    }

    [Test]
    public void Five_problems_can_show_nothing() => Assert.That(McNemarPower.SmallestDrop(5, 0.2), Is.Null);

    [TestCase(-0.1, 0.1)]
    [TestCase(0.6, 0.6)]
    [TestCase(double.NaN, 0)]
    public void Impossible_chances_are_refused(double lost, double gained) =>
        Assert.That(() => McNemarPower.Of(10, lost, gained), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
