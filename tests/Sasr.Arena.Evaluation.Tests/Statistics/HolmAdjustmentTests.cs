using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class HolmAdjustmentTests
{
    // By hand: 4·0.005; 3·0.01; 2·0.03; then 0.04 once, which may not be below the one before it.
    [Test]
    public void Every_value_is_multiplied_by_the_tests_that_are_left_and_never_falls() =>
        Assert.That(HolmAdjustment.Of([0.01, 0.04, 0.03, 0.005]), Is.EqualTo(new[] { 0.03, 0.06, 0.06, 0.02 }).Within(1e-12));

    // R 4: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm").
    [Test]
    public void The_values_equal_those_of_r() =>
        Assert.That(HolmAdjustment.Of([0.01, 0.02, 0.03, 0.04, 0.05]), Is.EqualTo(new[] { 0.05, 0.08, 0.09, 0.09, 0.09 }).Within(1e-12));

    [Test]
    public void No_value_is_more_than_one() =>
        Assert.That(HolmAdjustment.Of([0.6, 0.9, 1]), Is.EqualTo(new[] { 1.0, 1, 1 }));

    [Test]
    public void One_test_stays_as_it_is_and_none_gives_none()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(HolmAdjustment.Of([0.03]), Is.EqualTo(new[] { 0.03 }));
            Assert.That(HolmAdjustment.Of([]), Is.Empty);
        }
    }

    [Test]
    public void What_is_no_p_value_is_refused() =>
        Assert.That(() => HolmAdjustment.Of([0.2, double.NaN]), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
