using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Tests.Reports;

public class AxisTests
{
    [TestCase(9, "0 2 4 6 8")]
    [TestCase(620, "0 200 400 600")]
    [TestCase(1, "0 1")]
    [TestCase(12_000, "0 2.5k 5k 7.5k 10k")]
    public void Steps_have_whole_and_round_ticks(int last, string ticks) => Assert.That(Labels(Axis.Steps(last)), Is.EqualTo(ticks));

    [TestCase(new[] { 0.2, 2.9 }, "0 1 2 3")]
    [TestCase(new[] { 24.0, 27.0 }, "24 25 26 27")]
    [TestCase(new[] { 5.0 }, "0 2 4 6 8")]
    [TestCase(new[] { 0.0 }, "0 0.25 0.5 0.75 1")]
    [TestCase(new double[0], "0 0.25 0.5 0.75 1")]
    [TestCase(new[] { -1.0, 1.0 }, "-1 -0.5 0 0.5 1")]
    public void Values_are_covered_by_round_ticks(double[] values, string ticks) =>
        Assert.That(Labels(Axis.Covering(values)), Is.EqualTo(ticks));

    [Test]
    public void Shares_are_shown_in_percent() => Assert.That(Labels(Axis.Share), Is.EqualTo("0% 25% 50% 75% 100%"));

    private static string Labels(Axis axis) => string.Join(' ', axis.Ticks.Select(axis.Label));
}
