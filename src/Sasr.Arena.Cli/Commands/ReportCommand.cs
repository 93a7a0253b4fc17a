using System.CommandLine;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Cli.Transfer;
using Sasr.Arena.Evaluation.Transfer;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena report</c>: a run, a study of transfer or an evaluation as one page.</summary>
internal static class ReportCommand
{
    private const string Problems = "--problems";

    public static ArenaCommand Create(Terminal terminal)
    {
        var subject = new Argument<string>("run") { Description = "Name or folder of a run or of a study of transfer, or the JSON file of an evaluation" };
        Option<int> problems = CommonOptions.AtLeastOne(Problems, "Problems for every level that a run's checkpoints are evaluated on", 200);
        var output = new Option<string?>("--output") { Description = "File to write (default: report.html in the run, heatmap.html in the study, or beside the file)", HelpName = "FILE" };
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("report", "Write a report as one HTML file: accuracy, curves and schedule of a run, heat maps of a study, episodes to browse.",
                "arena report quickstart", "arena report runs/mine --problems 500", "arena report runs/transfer", "arena report eval.json --output /tmp/eval.html")
            .With(subject, problems, output, root)
            .Does(async (parsed, ct) =>
            {
                string path = await WriteAsync(terminal, parsed.GetValue(subject)!, parsed.GetValue(output), parsed, ct);
                await terminal.Out.WriteLineAsync($"Written to {Paths.Short(Path.GetFullPath(path))}.");
                return ExitCodes.Well;
            });

        async Task<string> WriteAsync(Terminal terminal, string name, string? file, ParseResult parsed, CancellationToken ct)
        {
            bool problemsGiven = parsed.GetResult(problems) is { Implicit: false };
            if (IsFile(name))
            {
                RefuseProblems(problemsGiven, name);
                string beside = file ?? Path.ChangeExtension(name, ".html");
                FileReports.PageOf(name).Save(beside);
                return beside;
            }
            await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal);
            string folder = Paths.OfRun(workspace.Root, name);
            if (StudyFolder.At(folder) is { } study)
            {
                RefuseProblems(problemsGiven, name);
                string inside = file ?? study.HeatMapPath;
                TransferPage.Of(study.ReadResult()).Save(inside);
                return inside;
            }
            RunFolder run = RunFolder.Open(folder);
            var evaluations = new RunEvaluations(terminal, workspace, run, parsed.GetValue(problems));
            return RunReports.Write(run, await evaluations.EvaluateAsync(ct), file);
        }
    }

    private static bool IsFile(string name) => File.Exists(name) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static void RefuseProblems(bool given, string name)
    {
        if (given)
            throw new InputException($"{Problems}: is for a run; the problems of {name} are in it already. Leave it out.");
    }
}
