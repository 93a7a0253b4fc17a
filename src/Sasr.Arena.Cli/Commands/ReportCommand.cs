using System.CommandLine;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena report</c>: a run as one page.</summary>
internal static class ReportCommand
{
    private const int EpisodesEach = 2;

    public static ArenaCommand Create(Terminal terminal)
    {
        var name = new Argument<string>("run") { Description = "Name or folder of a run" };
        Option<int> problems = CommonOptions.AtLeastOne("--problems", "Problems for every level that its checkpoints are evaluated on", 200);
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("report", "Write a run's report.html: curves, schedule, accuracy before and after, episodes.",
                "arena report quickstart", "arena report runs/mine --problems 500")
            .With(name, problems, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal);
                RunFolder run = RunFolder.Open(Paths.OfRun(workspace.Root, parsed.GetValue(name)!));
                var evaluations = new RunEvaluations(terminal, workspace, run, parsed.GetValue(problems));
                IReadOnlyList<LabelledEvaluation> results = await evaluations.EvaluateAsync(ct);
                string path = RunReports.Write(run, results, await evaluations.PlayAsync(EpisodesEach, ct));
                await terminal.Out.WriteLineAsync($"Written to {Paths.Short(path)}.");
                return ExitCodes.Well;
            });
    }
}
