using System.Globalization;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Evaluation.Transfer;
using Spectre.Console;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>A study's result as tables of 80 columns.</summary>
internal static class TransferTables
{
    // What a column takes beside its text, a cell's longest text, and the columns of the start and the borders.
    private const int Padding = 3, LongestCell = 10, Start = 14;

    private static readonly Dictionary<Relation, (string Mark, string Name)> Relations = new()
    {
        [Relation.InTask] = ("●", "trained levels"),
        [Relation.Harder] = ("▲", "harder levels"),
        [Relation.Easier] = ("▼", "easier levels"),
        [Relation.Near] = ("·", "near: other tasks"),
        [Relation.Far] = (" ", "far: other domains"),
    };

    public static void Write(IAnsiConsole console, TransferResult result)
    {
        string interval = result.Seeds.Count > 1
            ? $"means of {result.Seeds.Count} seeds with 95 % intervals"
            : "one seed: the intervals speak of the problems alone, not of other trainings";
        console.WriteLine($"Gains in points over the start, {interval}.");
        console.WriteLine("● trained on   ▲ ▼ the same task, harder or easier levels   · the same domain");
        int aside = SourcesAside(console.Profile.Width, result);
        foreach (TransferMatrix matrix in result.Matrices)
        {
            foreach (TransferSource[] sources in result.Sources.Chunk(aside))
                console.Write(Matrix(matrix, sources, result.Targets));
        }
        console.WriteLine("In short, with the same intervals:");
        console.Write(Summary(result.Summaries));
        if (result.Differences.Count > 0)
        {
            console.WriteLine($"{result.Differences[0].Method} minus the others, over {Pairs(result)} of trainings:");
            console.Write(Differences(result.Differences));
        }
        if (result.LeftOut > 0)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.LeftOut} problems could not be scored for some model and are in no figure."));
    }

    private static int SourcesAside(int width, TransferResult result)
    {
        int source = Math.Max(LongestCell, result.Sources.Max(one => one.Name.Length)) + Padding;
        return Math.Max(1, (width - result.Targets.Max(target => target.Name.Length) - Start) / source);
    }

    private static Table Matrix(TransferMatrix matrix, TransferSource[] sources, IReadOnlyList<TargetResult> targets)
    {
        Table table = Plain(matrix.Method).AddColumn(new TableColumn("start").RightAligned());
        foreach (TransferSource source in sources)
            table.AddColumn(new TableColumn(new Text(source.Name)).RightAligned().NoWrap());
        foreach (TargetResult target in targets)
        {
            table.AddRow([
                new Text(target.Name),
                new Text(Figures.Percent(target.Start, digits: 0)),
                .. sources.Select(source => matrix.Cells.First(cell => cell.Source == source.Name && cell.Target == target.Name))
                    .Select(cell => Gain(cell.Gain, 0, Relations[cell.Relation].Mark)),
            ]);
        }
        return table;
    }

    private static Table Summary(IReadOnlyList<MethodSummary> summaries) =>
        ByRelation([.. summaries.Select(summary => (summary.Method, summary.Gains, summary.Forgetting))]);

    private static Table Differences(IReadOnlyList<MethodDifference> differences) =>
        ByRelation([.. differences.Select(difference => ($"- {difference.Against}", difference.Gains, difference.Forgetting))]);

    private static Table ByRelation((string Name, IReadOnlyList<RelationGain> Gains, GainEstimate? Forgetting)[] columns)
    {
        Table table = Plain("");
        foreach ((string name, _, _) in columns)
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        foreach (Relation relation in columns[0].Gains.Select(gain => gain.Relation))
            table.AddRow([new Text(Relations[relation].Name), .. columns.Select(column => Gain(column.Gains.First(gain => gain.Relation == relation).Gain, 1))]);
        table.AddRow([new Text("forgetting"), .. columns.Select(column => Gain(column.Forgetting, 1))]);
        return table;
    }

    private static Table Plain(string first) => new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(new Text(first, new Style(decoration: Decoration.Bold))).NoWrap());

    private static Text Gain(GainEstimate? gain, int digits, string mark = "")
    {
        if (gain is null)
            return new Text("-");
        string text = Figures.Points(gain.Mean, digits);
        if (gain is { Low: { } low, High: { } high })
            text += $" ±{Figures.Percent(Math.Max(high - gain.Mean, gain.Mean - low), digits).PadRight(digits == 0 ? 2 : digits + 3)}";
        return new Text($"{mark} {text}".Trim(), gain switch
        {
            { Low: > 0 } => new Style(Color.Green),
            { High: < 0 } => new Style(Color.Red),
            _ => Style.Plain,
        });
    }

    private static string Pairs(TransferResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.Sources.Count * result.Seeds.Count} pairs");
}
