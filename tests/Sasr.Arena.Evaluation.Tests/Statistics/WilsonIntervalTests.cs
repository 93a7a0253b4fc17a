using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class WilsonIntervalTests
{
    // Newcombe 1998, table I, method 3.
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void The_interval_equals_the_published_one(int successes, int trials, double low, double high)
    {
        WilsonInterval interval = WilsonInterval.Of(successes, trials);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(interval.Low, Is.EqualTo(low).Within(5e-5));
            Assert.That(interval.High, Is.EqualTo(high).Within(5e-5));
        }
    }

    [Test]
    public void The_interval_of_the_failures_mirrors_that_of_the_successes()
    {
        WilsonInterval successes = WilsonInterval.Of(7, 50), failures = WilsonInterval.Of(43, 50);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failures.Low, Is.EqualTo(1 - successes.High).Within(1e-12));
            Assert.That(failures.High, Is.EqualTo(1 - successes.Low).Within(1e-12));
        }
    }

    [Test]
    public void All_right_reaches_one_and_none_right_reaches_zero_exactly()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(WilsonInterval.Of(37, 37).High, Is.EqualTo(1));
            Assert.That(WilsonInterval.Of(0, 37).Low, Is.Zero);
        }
    }

    [Test]
    public void Nothing_tried_says_nothing() =>
        Assert.That(WilsonInterval.Of(0, 0), Is.EqualTo(new WilsonInterval(0, 1)));

    [Test]
    public void A_higher_confidence_is_wider()
    {
        WilsonInterval narrow = WilsonInterval.Of(30, 100, 0.90), wide = WilsonInterval.Of(30, 100, 0.99);
        Assert.That(wide.High - wide.Low, Is.GreaterThan(narrow.High - narrow.Low));
    }

    [TestCase(-1, 5, 0.95)]
    [TestCase(6, 5, 0.95)]
    [TestCase(1, 5, 1.0)]
    [TestCase(1, 5, double.NaN)]
    public void Impossible_counts_are_refused(int successes, int trials, double confidence) =>
        Assert.That(() => WilsonInterval.Of(successes, trials, confidence), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
