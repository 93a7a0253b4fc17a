using System.CommandLine;
using System.Text.Json;
using Sasr.Arena.Checks;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Environments;
using Sasr.Arena.Scripting;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks check</c>: proves what a learner relies on, task by task.</summary>
internal static class TasksCheckCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        Argument<string[]> patterns = TaskSelection.Patterns();
        var problems = new Option<int>("--problems")
        {
            Description = $"Train problems drawn at every level, at least {CheckOptions.MinProblems}",
            HelpName = "N",
            DefaultValueFactory = _ => new CheckOptions().Problems,
        };
        problems.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() < CheckOptions.MinProblems)
                result.AddError($"--problems: the statistics need at least {CheckOptions.MinProblems}.");
        });
        Option<ulong> seed = CommonOptions.Seed();
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("check", "Prove that tasks are repeatable, do not leak, score their worked solutions 1 and everything cheap or wrong 0.",
                "arena tasks check", "arena tasks check 'math/*' logic/sorting", "arena tasks check math/gcd --problems 2000 --seed 7")
            .With(patterns, problems, seed, json, unsandboxed, root)
            .Does(async (parsed, ct) =>
            {
                // Calls have the deadline that they have in training; how long a script compiles is no matter of the task's.
                var limits = new ScriptHostOptions { Workers = Environment.ProcessorCount, LoadDeadline = TimeSpan.FromMinutes(3) };
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, limits, parsed.GetValue(unsandboxed));
                await using var another = new ScriptHost(limits with { Workers = 1, Spares = 0 });
                var elsewhere = new ArenaCatalog(workspace.Root, another);
                string[] ids = TaskSelection.ExpandScripts(workspace.Catalog, parsed.GetValue(patterns)!);
                var options = new CheckOptions { Problems = parsed.GetValue(problems), Seed = parsed.GetValue(seed) };
                var check = new TaskCheck(workspace.Catalog.TaskAsync, elsewhere.TaskAsync, options);

                var view = new CheckView(terminal, workspace.Catalog, ids, printsLines: !parsed.GetValue(json));
                var reports = new TaskReport[ids.Length];
                await Parallel.ForAsync(0, ids.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct }, async (i, stop) =>
                {
                    reports[i] = await check.RunAsync(ids[i], stop);
                    view.Done(i, reports[i]);
                });
                if (parsed.GetValue(json))
                    await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(reports, OutputJson.Options));
                else
                    view.Total(reports);
                return reports.All(report => report.Passed) ? ExitCodes.Well : ExitCodes.Failed;
            });
    }
}
