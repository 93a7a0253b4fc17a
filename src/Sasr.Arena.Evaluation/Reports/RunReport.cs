using System.Globalization;
using Sasr.Arena.Evaluation.Reports.Charts;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>What a report of a training run shows.</summary>
/// <param name="Title">The run's name.</param>
/// <param name="Metrics">What it measured, step by step.</param>
/// <param name="Evaluations">Evaluations of its checkpoints in the order in which they were trained; the first is compared with the last, whose episodes are shown.</param>
/// <param name="Recipe">The recipe's text.</param>
/// <param name="Commands">Commands to go on with.</param>
public sealed record RunReport(
    string Title,
    IReadOnlyList<MetricsRow> Metrics,
    IReadOnlyList<LabelledEvaluation> Evaluations,
    string Recipe,
    IReadOnlyList<string> Commands)
{
    /// <summary>The page: accuracy before and after, the schedule, the curves, the episodes, the recipe.</summary>
    public ReportPage ToPage()
    {
        ReportPage page = new ReportPage("training run", Title).Tiles([.. Tiles()]);
        if (Evaluations.Count > 0)
            page.Section("Accuracy on held-out problems", EvaluationReport.Setting(Evaluations[^1].Result), [.. AccuracyCharts.Of(Evaluations), new AccuracyTable(Evaluations)]);
        if (Metrics.Count > 0)
        {
            page.Section("Schedule", "the probability that a step is SFT, and what each step was", new ScheduleChart(Metrics));
            string note = RunCurves.WarmupEnd(Metrics) is null ? "by step" : "by step; the dashed line is the end of the warm-up";
            page.Section("Curves", note, [.. RunCurves.Of(Metrics)]);
        }
        if (Evaluations.Count > 0)
            page.Section("Episodes", $"{Evaluations[^1].Label}, {Browser.Keys}", [.. EpisodeBlock.Of(Evaluations[^1].Result)]);
        if (Commands.Count > 0)
            page.Section("Next", "", new TextBlock(string.Join('\n', Commands)));
        if (Recipe.Length > 0)
            page.Section("Recipe", "", new TextBlock(Recipe));
        return page;
    }

    private IEnumerable<Tile> Tiles()
    {
        if (Evaluations.Count > 0)
        {
            Score? first = Evaluations.Count > 1 ? Evaluations[0].Result.Total : null;
            Score last = Evaluations[^1].Result.Total;
            string was = first?.Accuracy is { } earlier ? $"{Figures.Percentage(earlier)} {Evaluations[0].Label}" : $"of {last.N} problems";
            yield return new Tile("accuracy", Figures.Percentage(last.Accuracy), was);
        }
        if (Metrics.Count == 0)
            yield break;
        MetricsRow end = Metrics[^1];
        int sft = Metrics.Count(row => row.IsSft);
        yield return new Tile("steps", end.Step.ToString("N0", CultureInfo.InvariantCulture), $"{sft} SFT, {Metrics.Count - sft} GRPO");
        if (end.Values.TryGetValue("num_tokens", out double tokens))
            yield return new Tile("tokens", PageFigures.Compact(tokens), "trained on or sampled");
        if (Metrics.LastOrDefault(row => row.Values.ContainsKey("reward")) is { } rewarded)
            yield return new Tile("reward", rewarded.Values["reward"].ToString("0.00", CultureInfo.InvariantCulture), "at the last GRPO step");
    }
}
