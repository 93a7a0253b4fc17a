using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Runs;

/// <summary>Fills a run's <c>report.html</c> from its folder.</summary>
internal static class RunReports
{
    /// <summary>Writes the report.</summary>
    /// <returns>Where it lies.</returns>
    public static string Write(RunFolder run, IReadOnlyList<LabelledEvaluation> evaluations, IReadOnlyList<Episode> episodes)
    {
        string path = Path.Combine(run.Path, "report.html"), folder = Paths.Short(run.Path);
        HtmlReport.Save(
            new RunReport(
                Path.GetFileName(run.Path),
                File.Exists(run.MetricsPath) ? MetricsFile.Read(run.MetricsPath) : [],
                evaluations,
                [.. episodes.Select(Transcribe)],
                File.ReadAllText(run.RecipePath),
                [$"./arena sample {folder}", $"./arena eval --agent {folder}"]),
            path);
        return path;
    }

    private static Transcript Transcribe(Episode episode) => new(
        episode.Request.Environment,
        episode.Request.Level,
        [.. episode.Turns.Select(turn => new TranscriptTurn(turn.Observation.Text, turn.Action.Text))],
        episode.Outcome,
        episode.Reward.IsScored ? episode.Reward.Value : null,
        episode.Reward.IsCorrect);
}
