using System.Globalization;
using System.Text.Json;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Reports.Charts;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>A study as one page: a heat map for every method, the summary, and the methods beside each other.</summary>
public static class TransferPage
{
    private const string Forgetting = "forgetting";
    private const string Legend = "points; ● trained on, ▲ ▼ harder or easier levels of it, · the same domain; bold: the interval leaves 0 out";

    /// <summary>The page. The same result gives the same bytes.</summary>
    public static ReportPage Of(TransferResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ReportPage page = new ReportPage("transfer", result.Name).Tiles([.. Tiles(result)]);
        foreach (TransferMatrix matrix in result.Matrices)
            page.Section(matrix.Method, $"gains over the start: {result.Start}", Map(matrix, result));
        page.Section("In short", "gains by how a target stands to what was trained on",
            Map("Mean gains", [.. result.Summaries.Select(summary => (summary.Method, summary.Gains, summary.Forgetting))]));
        if (result.Differences.Count > 0)
        {
            page.Section($"{result.Differences[0].Method} minus the others", "the same source and seed, pair by pair",
                Map("Differences of the gains", [.. result.Differences.Select(difference => ($"− {difference.Against}", difference.Gains, difference.Forgetting))]));
        }
        return page;
    }

    private static IEnumerable<Tile> Tiles(TransferResult result)
    {
        yield return new Tile("start", Figures.Percentage(result.Targets.Average(target => target.Start)), "mean over the targets");
        yield return new Tile("trainings", result.Trainings.Count.ToString(CultureInfo.InvariantCulture), string.Create(
            CultureInfo.InvariantCulture, $"{result.Sources.Count} sources, {result.Matrices.Count} methods, {result.Seeds.Count} seeds"));
        if (result.Work is { } work)
            yield return new Tile("work", work.ToString("0.##", CultureInfo.InvariantCulture), "units a training, the same for every method");
        yield return new Tile("intervals", "95 %", result.Seeds.Count > 1 ? "of trainings and problems" : "one seed: of the problems alone");
        if (result.LeftOut > 0)
            yield return new Tile("left out", result.LeftOut.ToString(CultureInfo.InvariantCulture), "problems that were not scored for some model");
    }

    private static HeatMap Map(TransferMatrix matrix, TransferResult result) => new(
        $"Gains by {matrix.Method}",
        Legend,
        [.. result.Targets.Select(target => target.Name)],
        [.. result.Sources.Select(source => source.Name)],
        [.. matrix.Cells.Select(cell => Cell(cell.Target, cell.Source, cell.Gain) with { Mark = MarkOf(cell.Relation) })])
    {
        Signed = true,
    };

    private static HeatMap Map(string title, (string Name, IReadOnlyList<RelationGain> Gains, GainEstimate? Forgetting)[] columns)
    {
        HeatMapCell[] forgetting = [.. columns.Where(column => column.Forgetting is not null).Select(column => Cell(Forgetting, column.Name, column.Forgetting!))];
        return new HeatMap(
            title,
            "points; bold: the interval leaves 0 out",
            [.. columns[0].Gains.Select(gain => NameOf(gain.Relation)), .. forgetting.Select(cell => cell.Row).Distinct()],
            [.. columns.Select(column => column.Name)],
            [.. columns.SelectMany(column => column.Gains.Select(gain => Cell(NameOf(gain.Relation), column.Name, gain.Gain))), .. forgetting])
        {
            Signed = true,
        };
    }

    // Where neither error is known, the interval is all that is possible.
    private static HeatMapCell Cell(string row, string column, GainEstimate gain) => new(row, column, gain.Mean, gain.Low ?? -1, gain.High ?? 1);

    private static string NameOf(Relation relation) => JsonNamingPolicy.KebabCaseLower.ConvertName(relation.ToString());

    private static string MarkOf(Relation relation) => relation switch
    {
        Relation.InTask => "● ",
        Relation.Harder => "▲ ",
        Relation.Easier => "▼ ",
        Relation.Near => "· ",
        _ => "",
    };
}
