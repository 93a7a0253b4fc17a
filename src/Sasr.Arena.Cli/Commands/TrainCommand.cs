using System.CommandLine;
using System.Globalization;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Training;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena train</c>: a recipe as a run.</summary>
internal static class TrainCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var recipe = new Argument<string?>("recipe") { Description = "A recipe's file", Arity = ArgumentArity.ZeroOrOne };
        var name = new Option<string?>("--run") { Description = "Name of the run's folder below runs/ (default: the recipe's name)", HelpName = "NAME" };
        var resume = new Option<bool>("--resume") { Description = "Go on with a run from its latest checkpoint, with the recipe in its folder" };
        var steps = new Option<int?>("--steps") { Description = "Most steps, instead of the recipe's budget.steps", HelpName = "N" };
        var seed = new Option<ulong?>("--seed") { Description = "Seed, instead of the recipe's", HelpName = "N" };
        var threads = new Option<int?>("--threads") { Description = "CPU threads, instead of the recipe's", HelpName = "N" };
        var set = new Option<string[]>("--set") { Description = "Change a key of the recipe, for example grpo.group_size=16; may be repeated", HelpName = "KEY=VALUE" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("train", "Train a model as a recipe says.",
                "arena train recipes/quickstart.yaml", "arena train recipes/quickstart.yaml --run other --seed 2 --set schedule.gamma=1",
                "arena train --run other --resume")
            .With(recipe, name, resume, steps, seed, threads, set, unsandboxed, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                string[] overrides =
                [
                    .. Override("budget.steps", parsed.GetValue(steps)),
                    .. Override("seed", parsed.GetValue(seed)),
                    .. Override("threads", parsed.GetValue(threads)),
                    .. parsed.GetValue(set) ?? [],
                ];
                RunFolder run = parsed.GetValue(resume)
                    ? Resume(workspace, parsed.GetValue(name) ?? Path.GetFileNameWithoutExtension(parsed.GetValue(recipe)), overrides)
                    : await BeginAsync(workspace, parsed.GetValue(recipe), parsed.GetValue(name), overrides);

                TrainingResult result = await TrainingRun.RunAsync(terminal, workspace, run, ct);
                if (!result.Finished)
                    return ExitCodes.Interrupted;
                string folder = Paths.Short(run.Path);
                await terminal.Out.WriteLineAsync($"Finished after {result.Steps} steps: {Paths.Short(result.Checkpoint)}");
                await terminal.Out.WriteLineAsync($"Next: ./arena report {folder}, ./arena sample {folder}, ./arena eval --agent {folder}");
                return ExitCodes.Well;
            });
    }

    private static IEnumerable<string> Override(string key, IFormattable? value) =>
        value is null ? [] : [$"{key}={value.ToString(null, CultureInfo.InvariantCulture)}"];

    private static async Task<RunFolder> BeginAsync(Workspace workspace, string? recipe, string? name, string[] overrides)
    {
        if (recipe is null)
            throw new InputException("Name a recipe, for example recipes/quickstart.yaml; or go on with a run: --run NAME --resume.");
        string path = File.Exists(recipe) ? recipe : Path.Combine(workspace.Root, recipe);
        RecipeFile file = RecipeOverrides.Read(File.Exists(path) ? path : recipe, overrides);
        _ = await TrainingTask.OfAsync(file.Recipe, workspace.Catalog);
        return RunFolder.Create(Paths.OfRun(workspace.Root, name ?? file.Name), file);
    }

    private static RunFolder Resume(Workspace workspace, string? name, string[] overrides)
    {
        if (name is null)
            throw new InputException("--resume: name the run with --run NAME.");
        RunFolder run = RunFolder.Open(Paths.OfRun(workspace.Root, name));
        return overrides.Length == 0
            ? run
            : throw new InputException($"--resume goes on with the recipe in the run's folder: change {Paths.Short(run.RecipePath)} instead of giving {overrides[0]}.");
    }
}
