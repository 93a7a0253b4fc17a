using System.Globalization;
using Sasr.Arena.Evaluation.Reports.Charts;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>What a report of an evaluation shows.</summary>
/// <param name="Result">The evaluation.</param>
/// <param name="Commands">Commands to go on with.</param>
public sealed record EvaluationReport(EvaluationResult Result, IReadOnlyList<string> Commands)
{
    /// <summary>The page: accuracy by task, level and tag, what several samples say, the episodes.</summary>
    public ReportPage ToPage()
    {
        LabelledEvaluation[] only = [new("accuracy", Result)];
        ReportPage page = new ReportPage("evaluation", Result.Agent)
            .Tiles([.. Tiles()])
            .Section("Accuracy", Setting(Result), [.. AccuracyCharts.Of(only), new AccuracyTable(only)]);
        if (Result.Tags.Count > 0)
            page.Section("By tag", "over all tasks that have it", new TagTable(Result.Tags));
        if (Result.Total.Sampling is { } sampling)
            page.Section("Several samples of a problem", $"{sampling.K} each, estimated without bias", new PassAtKChart(sampling), new SampleTable(Result));
        page.Section("Episodes", Browser.Keys, [.. EpisodeBlock.Of(Result)]);
        return Commands.Count == 0 ? page : page.Section("Next", "", new TextBlock(string.Join('\n', Commands)));
    }

    /// <summary>What was asked, in words.</summary>
    internal static string Setting(EvaluationResult result)
    {
        string problems = string.Join(" or ", result.Environments.Select(environment => environment.Problems).Distinct().Order());
        string suite = result.Suite is { } name ? $"suite {name}, " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{suite}{result.Split.ToString().ToLowerInvariant()} split, {problems} problems a level, seed {result.Seed}");
    }

    private IEnumerable<Tile> Tiles()
    {
        Score total = Result.Total;
        yield return new Tile("accuracy", Figures.Percentage(total.Accuracy), $"95 % interval {PageFigures.Interval(total)}");
        yield return new Tile("episodes", (total.N + total.Unscored).ToString("N0", CultureInfo.InvariantCulture), $"{total.Correct} right, {total.Unscored} unscored");
        if (total.MeanReward is { } reward)
            yield return new Tile("reward", reward.ToString("0.00", CultureInfo.InvariantCulture), "mean");
        yield return new Tile("temperature", Result.Decoding.Temperature.ToString("0.##", CultureInfo.InvariantCulture), Result.Samples == 1 ? "one sample a problem" : $"{Result.Samples} samples a problem");
    }
}
