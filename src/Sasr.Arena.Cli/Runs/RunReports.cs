using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Runs;

/// <summary>Fills a run's <c>report.html</c> from its folder.</summary>
internal static class RunReports
{
    /// <summary>Writes the report; to <c>report.html</c> in the run's folder where no other place is named.</summary>
    /// <returns>Where it lies.</returns>
    public static string Write(RunFolder run, IReadOnlyList<LabelledEvaluation> evaluations, string? output = null)
    {
        string path = output ?? Path.Combine(run.Path, "report.html"), folder = Paths.Short(run.Path);
        var report = new RunReport(
            Path.GetFileName(run.Path),
            File.Exists(run.MetricsPath) ? MetricsFile.Read(run.MetricsPath) : [],
            evaluations,
            File.ReadAllText(run.RecipePath),
            [$"./arena sample {folder}", $"./arena eval --agent {folder}"]);
        report.ToPage().Save(path);
        return path;
    }
}
