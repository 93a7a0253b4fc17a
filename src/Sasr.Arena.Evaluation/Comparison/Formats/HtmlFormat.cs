using System.Globalization;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>A comparison as one page: the verdict, the differences with their intervals, and the flipped problems with both transcripts.</summary>
public static class HtmlFormat
{
    /// <summary>The page as HTML. The same comparison gives the same bytes.</summary>
    public static string Render(EvaluationComparison comparison, GateVerdict verdict) => Page(comparison, verdict).ToHtml();

    /// <summary>The page.</summary>
    public static ReportPage Page(EvaluationComparison comparison, GateVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(verdict);
        ReportPage page = new ReportPage("comparison", $"{comparison.Head} against {comparison.Base}")
            .Lead(new VerdictBlock(comparison, verdict))
            .Tiles([.. Tiles(comparison)])
            .Section("Differences", "head minus base", [.. DifferenceCharts.Of(comparison), new DifferenceTable(comparison)]);
        if (comparison.Flipped.Count == 0)
            return page;
        int worse = comparison.Flipped.Count(flip => flip.IsWorse);
        return page.Section("Flipped problems", $"{worse} worse, {comparison.Flipped.Count - worse} better, {Browser.Keys}", FlippedBlock.Of(comparison.Flipped));
    }

    private static IEnumerable<Tile> Tiles(EvaluationComparison comparison)
    {
        Difference overall = comparison.Overall;
        yield return new Tile("base", Figures.Percentage(overall.BaseAccuracy), comparison.Base);
        yield return new Tile("head", Figures.Percentage(overall.HeadAccuracy), comparison.Head);
        yield return new Tile("change, points", PageFigures.Points(overall.Mean), PageFigures.Interval(overall.Low, overall.High));
        yield return new Tile("worse / better", string.Create(CultureInfo.InvariantCulture, $"{overall.Worse} / {overall.Better}"), $"of {overall.Problems} problems");
        if (overall.LeftOut > 0)
            yield return new Tile("left out", overall.LeftOut.ToString(CultureInfo.InvariantCulture), "pairs unscored on either side");
    }
}
