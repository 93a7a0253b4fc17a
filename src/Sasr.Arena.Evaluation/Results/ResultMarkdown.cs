using System.Globalization;
using System.Text;

namespace Sasr.Arena.Evaluation.Results;

/// <summary>A result as GitHub's Markdown, for a step summary: accuracies with their intervals, by task.</summary>
public static class ResultMarkdown
{
    /// <summary>The text.</summary>
    public static string Render(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {result.Agent}: {Accuracy(result.Total)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| task | n | accuracy [95 %] | reward |{(result.Total.Unscored > 0 ? " unscored |" : "")}\n| --- | ---: | ---: | ---: |{(result.Total.Unscored > 0 ? " ---: |" : "")}\n");
        Row(text, "**all**", result.Total, result.Total.Unscored > 0);
        foreach (EnvironmentResult environment in result.Environments)
            Row(text, environment.Environment, environment.Total, result.Total.Unscored > 0);
        string suite = result.Suite is { } name ? $"suite {name}, " : "";
        text.Append(CultureInfo.InvariantCulture, $"\n<sub>{suite}{result.Split.ToString().ToLowerInvariant()} split, seed {result.Seed}, ");
        text.Append(CultureInfo.InvariantCulture, $"{(result.Samples == 1 ? "one sample" : $"{result.Samples} samples")} a problem.</sub>\n");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, Score score, bool unscored)
    {
        string reward = score.MeanReward?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {score.N} | {Accuracy(score)} | {reward} |{(unscored ? $" {score.Unscored} |" : "")}\n");
    }

    private static string Accuracy(Score score) => score.Accuracy is { } accuracy
        ? $"{Figures.Percentage(accuracy)} [{Figures.Percent(score.Low)}, {Figures.Percent(score.High)}]"
        : "nothing scored";
}
