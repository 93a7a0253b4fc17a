using Sasr.Arena.Evaluation.Comparison;

namespace Sasr.Arena.Evaluation.Tests;

public class FiguresTests
{
    [TestCase(0.6625, "66.3")]
    [TestCase(0.5745, "57.5")]
    [TestCase(0.0005, "0.1")]
    [TestCase(0.00049, "0.0")]
    [TestCase(2.0 / 3, "66.7")]
    [TestCase(1.0, "100.0")]
    public void Percentages_are_rounded_as_decimals_with_halves_up(double share, string expected) =>
        Assert.That((Figures.Percent(share), Figures.Percentage(share)), Is.EqualTo((expected, $"{expected} %")));

    [TestCase(0.125, 0, "13")]
    [TestCase(0.12344, 2, "12.34")]
    public void Percentages_have_as_many_digits_as_asked_for(double share, int digits, string expected) =>
        Assert.That(Figures.Percent(share, digits), Is.EqualTo(expected));

    [TestCase(-0.0004, "0.0")]
    [TestCase(-0.0005, "-0.1")]
    [TestCase(-0.6625, "-66.3")]
    [TestCase(0.6625, "+66.3")]
    [TestCase(-0.04, "-4.0")]
    [TestCase(0.0312, "+3.1")]
    [TestCase(0.3 - 0.1, "+20.0")]
    public void Points_have_a_sign_and_no_minus_zero(double difference, string expected) =>
        Assert.That(Figures.Points(difference), Is.EqualTo(expected));

    [Test]
    public void What_is_not_known_is_a_dash()
    {
        var unknown = new Difference { Problems = 0, Pairs = 0, LeftOut = 0 };
        Assert.That(new[] { Figures.Percent(null), Figures.Percentage(null), Figures.Points(null), Figures.WithInterval(unknown) }, Is.All.EqualTo("-"));
    }

    [TestCase(0.0004, "< 0.001", "<0.001")]
    [TestCase(0.0125, "= 0.013", "0.013")]
    [TestCase(1.0, "= 1.000", "1.000")]
    public void P_values_have_three_digits_or_a_bound(double p, string sentence, string cell) =>
        Assert.That((Figures.P(p), Figures.PValue(p)), Is.EqualTo((sentence, cell)));
}
