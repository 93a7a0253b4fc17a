using System.Text.Json;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Reports.Charts;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Reports.Charts;

public class HeatMapTests
{
    private static readonly HeatMap Gains = new(
        "Transfer", "points", ["math/gcd", "logic/maze"], ["math/gcd", "far <b>"],
        [
            new HeatMapCell("math/gcd", "math/gcd", 0.305, 0.2, 0.41),
            new HeatMapCell("math/gcd", "far <b>", -0.02, -0.06, 0.02),
            new HeatMapCell("logic/maze", "far <b>", -0.1, -0.15, -0.05),
        ]) { Signed = true };

    private static readonly ParsedPage Page = new(new ReportPage("transfer", "test").Section("Gains", "", Gains));

    [Test]
    public void The_table_holds_every_cell_with_its_interval_and_leaves_the_others_empty() => Assert.That(
        Page.Table("Gains"),
        Is.EqualTo(new[]
        {
            ["", "math/gcd", "far <b>"],
            ["math/gcd", "+30.5 +20.0 to +41.0", "−2.0 −6.0 to +2.0"],
            new[] { "logic/maze", "", "−10.0 −15.0 to −5.0" },
        }));

    [Test]
    public void Only_what_differs_from_nothing_for_certain_is_bold()
    {
        JsonElement[] values = [.. Page.Chart("Transfer").GetProperty("data").GetProperty("values").EnumerateArray()];
        Assert.That(
            values.Select(value => (value.GetProperty("text").GetString(), value.GetProperty("certain").GetBoolean())),
            Is.EqualTo(new[] { ("+30.5", true), ("−2.0", false), ("−10.0", true) }));
    }
}
