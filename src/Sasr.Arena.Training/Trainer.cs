using Sasr.Arena.Environments;
using Sasr.Arena.Models;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Training;

/// <summary>Trains a policy as a recipe says, step by step SFT or GRPO as its schedule decides.</summary>
public static class Trainer
{
    /// <summary>
    /// Runs a recipe in its folder, or goes on from the folder's latest checkpoint. A run that was killed and goes on
    /// ends in the same bits as one that was not.
    /// </summary>
    /// <param name="run">Where the run lies.</param>
    /// <param name="recipe">What it does.</param>
    /// <param name="catalog">Tasks, rewards and environments.</param>
    /// <param name="progress">Called after every step, on the training thread; null: nobody watches.</param>
    /// <param name="ct">Ends the run early; what it learned is saved.</param>
    /// <exception cref="InputException">The recipe asks for what does not exist.</exception>
    /// <exception cref="InfrastructureException">The run diverged, or too many episodes could not be scored.</exception>
    public static Task<TrainingResult> RunAsync(
        RunFolder run,
        Recipe recipe,
        ArenaCatalog catalog,
        Action<TrainingProgress>? progress = null,
        CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(recipe);
        return TorchThread.RunAsync(recipe.Threads, async () =>
        {
            using TrainingSession session = await TrainingSession.OpenAsync(run, recipe, catalog, ct);
            return await session.RunAsync(progress, ct);
        });
    }

    /// <summary>Writes the policy that a recipe begins with as a model's folder, without training it.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="recipe">Names the decoder, or the model to go on from.</param>
    /// <param name="catalog">Its folder is where the recipe's paths begin.</param>
    /// <exception cref="InputException">The recipe names a model that is not there.</exception>
    public static Task SaveInitialAsync(string folder, Recipe recipe, ArenaCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(catalog);
        return TorchThread.RunAsync(recipe.Threads, () =>
        {
            using Policy policy = InitialPolicy.Create(recipe, catalog.Root);
            policy.Save(folder);
            return Task.FromResult(true);
        });
    }
}
