using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class PairedDifferenceTests
{
    // By hand after Bonett and Price 2012 on the study of Bentur et al. (21 pairs, 7 and 1 discordant): (2 - 8)/23 = -0.26087, and
    // 1.95996 · √((10/23 - 0.26087²)/23) = 0.24743.
    [Test]
    public void The_interval_equals_the_one_by_hand()
    {
        PairedDifference interval = PairedDifference.Of(21, 7, 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(interval.Low, Is.EqualTo(-0.5083).Within(1e-4));
            Assert.That(interval.High, Is.EqualTo(-0.0134).Within(1e-4));
        }
    }

    [Test]
    public void Where_nothing_differs_the_interval_still_has_a_width()
    {
        // ±1.95996 · √(2/402/402).
        PairedDifference interval = PairedDifference.Of(400, 0, 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(interval.High, Is.EqualTo(0.006895).Within(1e-6));
            Assert.That(interval.Low, Is.EqualTo(-interval.High).Within(1e-15));
        }
    }

    [Test]
    public void Lost_and_gained_mirror_one_another()
    {
        PairedDifference one = PairedDifference.Of(50, 9, 4), other = PairedDifference.Of(50, 4, 9);
        Assert.That((one.Low, one.High), Is.EqualTo((-other.High, -other.Low)));
    }

    [Test]
    public void Nothing_asked_says_nothing() => Assert.That(PairedDifference.Of(0, 0, 0), Is.EqualTo(new PairedDifference(-1, 1)));

    [Test]
    public void More_flips_than_problems_are_refused() =>
        Assert.That(() => PairedDifference.Of(5, 4, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
