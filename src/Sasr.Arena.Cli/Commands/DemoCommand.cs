using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Training;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena demo</c>: from nothing to a trained model and its report.</summary>
internal static class DemoCommand
{
    private const string RecipePath = "recipes/quickstart.yaml";
    private const int Problems = 200;

    public static ArenaCommand Create(Terminal terminal)
    {
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        var seed = new Option<ulong?>("--seed") { Description = "Seed, instead of the recipe's", HelpName = "N" };
        return new ArenaCommand("demo", "Train a tiny model from nothing by SASR in some minutes, and measure it on held-out problems.", "arena demo")
            .With(seed, unsandboxed, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                string[] overrides = parsed.GetValue(seed) is { } value ? [string.Create(CultureInfo.InvariantCulture, $"seed={value}")] : [];
                RecipeFile recipe = RecipeOverrides.Read(Path.Combine(workspace.Root, RecipePath), overrides);
                return await RunAsync(terminal, workspace, recipe, ct);
            });
    }

    private static async Task<int> RunAsync(Terminal terminal, Workspace workspace, RecipeFile recipe, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        RunFolder run = RunFolder.Create(Free(Path.Combine(workspace.Root, "runs", "demo")), recipe);
        string folder = Paths.Short(run.Path);
        await terminal.Out.WriteLineAsync(
            $"A decoder learns {string.Join(" and ", recipe.Recipe.Tasks.Patterns)} from nothing: first from worked solutions (SFT), then from\n" +
            $"these and from rewards (GRPO) by turns, as {RecipePath} says. Ctrl-C stops and saves. The run: {folder}");
        TrainingResult trained = await TrainingRun.RunAsync(terminal, workspace, run, ct);
        if (!trained.Finished)
            return ExitCodes.Interrupted;

        var evaluations = new RunEvaluations(terminal, workspace, run, Problems);
        IReadOnlyList<LabelledEvaluation> results = await evaluations.EvaluateAsync(ct);
        await terminal.Out.WriteLineAsync("\nAccuracy on problems of the test split, with 95 % intervals:");
        terminal.Console.Write(EvaluationTable.Of([.. results.Select(evaluation => (evaluation.Label, evaluation.Result))]));

        EpisodeRecord? solved = results.Count == 0 ? null : results[^1].Result.Episodes.LastOrDefault(episode => episode.Correct);
        if (solved is not null)
        {
            await terminal.Out.WriteLineAsync("A problem that it has not seen, solved:");
            EpisodeView.Write(terminal.Console, solved, $"{results[^1].Result.Split.ToString().ToLowerInvariant()} split");
        }
        string report = RunReports.Write(run, results);
        string task = recipe.Recipe.Tasks.Ids(workspace.Catalog)[0];
        await terminal.Out.WriteLineAsync(
            $"""

            Curves and more: {Paths.Short(report)}
            Done in {clock.Elapsed:m\:ss}. Try next:
              ./arena sample {folder} {task} --level 2 --count 3
              ./arena play {task}
              ./arena eval --agent {folder} --tasks {task} --problems 500
              ./arena tasks list
            """);
        return ExitCodes.Well;
    }

    /// <summary>The folder, or the first with a number behind it that is not taken.</summary>
    private static string Free(string folder) => !Directory.Exists(folder)
        ? folder
        : Enumerable.Range(2, int.MaxValue - 2)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{folder}-{number}"))
            .First(candidate => !Directory.Exists(candidate));
}
