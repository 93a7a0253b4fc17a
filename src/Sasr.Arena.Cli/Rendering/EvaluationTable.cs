using System.Globalization;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Evaluation.Results;
using Spectre.Console;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>Accuracies with their intervals by task and level; several evaluations side by side, with the change from the first to the last.</summary>
internal static class EvaluationTable
{
    public static Table Of(IReadOnlyList<(string Label, EvaluationResult Result)> evaluations)
    {
        EvaluationResult last = evaluations[^1].Result;
        bool comparing = evaluations.Count > 1;
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("task").NoWrap())
            .AddColumn(new TableColumn("n").RightAligned());
        foreach ((string label, _) in evaluations)
            table.AddColumn(new TableColumn(label).NoWrap());
        table.AddColumn(new TableColumn(comparing ? "change" : "reward").RightAligned());
        if (last.Total.Unscored > 0)
            table.AddColumn(new TableColumn("unscored").RightAligned());

        foreach (EnvironmentResult environment in last.Environments)
        {
            Row(table, environment.Environment, [.. evaluations.Select(pair => Find(pair.Result, environment)?.Total)], last.Total.Unscored > 0, bold: true);
            foreach (LevelResult level in environment.Levels.Count > 1 ? environment.Levels : [])
            {
                Score?[] scores = [.. evaluations.Select(pair => Find(pair.Result, environment)?.Levels.FirstOrDefault(other => other.Level == level.Level)?.Score)];
                Row(table, $"  level {level.Level}", scores, last.Total.Unscored > 0, bold: false);
            }
        }
        if (last.Environments.Count > 1)
            Row(table, "all", [.. evaluations.Select(pair => pair.Result.Total)], last.Total.Unscored > 0, bold: true);
        return table;
    }

    private static EnvironmentResult? Find(EvaluationResult result, EnvironmentResult wanted) => result.Environments.FirstOrDefault(
        environment => environment.Environment == wanted.Environment && environment.Version == wanted.Version);

    private static void Row(Table table, string name, Score?[] scores, bool unscored, bool bold)
    {
        Style style = bold ? new Style(decoration: Decoration.Bold) : Style.Plain;
        Score last = scores[^1]!;
        var cells = new List<Text> { new(name, style), new(last.N.ToString(CultureInfo.InvariantCulture)) };
        cells.AddRange(scores.Select(score => new Text(Accuracy(score), style)));
        cells.Add(new Text(scores.Length > 1 ? Figures.Points(last.Accuracy - scores[0]?.Accuracy) : last.MeanReward?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-"));
        if (unscored)
            cells.Add(new Text(last.Unscored.ToString(CultureInfo.InvariantCulture)));
        table.AddRow(cells);
    }

    private static string Accuracy(Score? score) => score?.Accuracy is { } accuracy
        ? $"{Figures.Percentage(accuracy),7} [{Figures.Percent(score.Low)}, {Figures.Percent(score.High)}]"
        : "-";
}
