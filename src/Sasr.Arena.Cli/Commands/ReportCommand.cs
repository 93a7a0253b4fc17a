using System.CommandLine;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena report</c>: a run, or an evaluation, as one page.</summary>
internal static class ReportCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var subject = new Argument<string>("run") { Description = "Name or folder of a run, or the JSON file of an evaluation" };
        Option<int> problems = CommonOptions.AtLeastOne("--problems", "Problems for every level that a run's checkpoints are evaluated on", 200);
        var output = new Option<string?>("--output") { Description = "File to write (default: report.html in the run, or beside the evaluation)", HelpName = "FILE" };
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("report", "Write a report as one HTML file: accuracy, curves and schedule of a run, episodes to browse.",
                "arena report quickstart", "arena report runs/mine --problems 500", "arena report eval.json --output /tmp/eval.html")
            .With(subject, problems, output, root)
            .Does(async (parsed, ct) =>
            {
                string name = parsed.GetValue(subject)!;
                string path = IsEvaluation(name)
                    ? OfEvaluation(name, parsed.GetValue(output), problemsGiven: parsed.GetResult(problems) is { Implicit: false })
                    : await OfRunAsync(parsed, name);
                await terminal.Out.WriteLineAsync($"Written to {Paths.Short(Path.GetFullPath(path))}.");
                return ExitCodes.Well;

                async Task<string> OfRunAsync(ParseResult parsed, string name)
                {
                    await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal);
                    RunFolder run = RunFolder.Open(Paths.OfRun(workspace.Root, name));
                    var evaluations = new RunEvaluations(terminal, workspace, run, parsed.GetValue(problems));
                    return RunReports.Write(run, await evaluations.EvaluateAsync(ct), parsed.GetValue(output));
                }
            });
    }

    private static bool IsEvaluation(string name) => File.Exists(name) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static string OfEvaluation(string file, string? output, bool problemsGiven)
    {
        if (problemsGiven)
            throw new InputException("--problems: is for a run; an evaluation's file has its problems already. Leave it out.");
        EvaluationResult result = EvaluationResult.Read(file);
        string path = output ?? Path.ChangeExtension(file, ".html");
        string[] weakest = [.. result.Environments.OrderBy(environment => environment.Total.Accuracy ?? 0).Take(1).Select(environment => environment.Environment)];
        new EvaluationReport(result, [.. weakest.Select(task => $"./arena tasks show {task}")]).ToPage().Save(path);
        return path;
    }
}
