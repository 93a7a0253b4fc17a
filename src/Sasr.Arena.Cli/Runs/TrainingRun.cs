using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Training;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Runs;

/// <summary>Trains in a run's folder while a person watches; an interrupted run says how to go on.</summary>
internal static class TrainingRun
{
    public static async Task<TrainingResult> RunAsync(Terminal terminal, Workspace workspace, RunFolder run, CancellationToken ct)
    {
        Recipe recipe = RecipeFile.Read(run.RecipePath).Recipe;
        TrainingResult result = await TrainingView.WatchAsync(
            terminal, progress => Trainer.RunAsync(run, recipe, workspace.Catalog, progress, ct));
        if (!result.Finished)
        {
            string folder = Paths.Short(run.Path);
            await terminal.Out.WriteLineAsync($"Stopped after {result.Steps} steps and saved: {Paths.Short(result.Checkpoint)}");
            await terminal.Out.WriteLineAsync($"Go on with: ./arena train --run {folder} --resume");
        }
        return result;
    }
}
