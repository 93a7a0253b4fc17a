using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Curricula;

namespace Sasr.Arena.Training.Recipes;

/// <summary>A task or game of a run, with everything that the recipe leaves open settled.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Weight">Share among the tasks of GRPO's prompts.</param>
/// <param name="Levels">Its levels; with a curriculum in the order in which they open, else all equally often.</param>
/// <param name="Demonstrations">Number of worked solutions.</param>
/// <param name="Curriculum">How the levels open, with a value for every key; null: all are open.</param>
public sealed record TrainingTask(
    string Id, double Weight, IReadOnlyList<int> Levels, int Demonstrations, CurriculumRecipe? Curriculum)
{
    /// <summary>Demonstrations of a task, on average, where the recipe names no number.</summary>
    private const int UsualDemonstrations = 500;

    /// <summary>The tasks that a recipe names. One of weight 0 without demonstrations of its own is left out.</summary>
    /// <exception cref="InputException">A key names nothing, a script does not compile, or a task lacks a level or has no train problems.</exception>
    public static async Task<IReadOnlyList<TrainingTask>> OfAsync(Recipe recipe, ArenaCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        IReadOnlyList<MixedTask<TaskRecipe>> mixed = await recipe.Tasks.ResolveAsync(
            catalog, entry => CurriculumOf(entry, recipe) is null ? new LevelChoice(1) : LevelChoice.All, Split.Train);
        MixedTask<TaskRecipe>[] used = [.. mixed.Where(task => task.Weight > 0 || task.Entry.Demonstrations > 0)];
        RecipeFile.Require(used.Any(task => task.Weight > 0), "tasks: at least one weight must be above 0");
        int[] shares = Share(used, recipe.Demonstrations);
        return [.. used.Select((task, i) => new TrainingTask(task.Id, task.Weight, task.Levels, shares[i], Curriculum(task)))];

        CurriculumRecipe? Curriculum(MixedTask<TaskRecipe> task)
        {
            CurriculumRecipe? curriculum = CurriculumOf(task.Entry, recipe);
            if (curriculum is not null && task.Levels.Distinct().Count() < task.Levels.Count)
                throw new InputException($"{task.Place}: levels: with a curriculum, each level stands once.");
            return curriculum;
        }
    }

    private static CurriculumRecipe? CurriculumOf(TaskRecipe entry, Recipe recipe) =>
        (entry.Curriculum?.Over(recipe.Curriculum) ?? recipe.Curriculum)?.Over(CurriculumRecipe.Defaults);

    /// <summary>Shares out the demonstrations by weight, to the whole number and with none left over (largest remainders).</summary>
    private static int[] Share(MixedTask<TaskRecipe>[] tasks, int? total)
    {
        int[] shares = [.. tasks.Select(task => task.Entry.Demonstrations ?? 0)];
        int[] sharing = [.. Enumerable.Range(0, tasks.Length).Where(i => tasks[i].Entry.Demonstrations is null)];
        int pool = total ?? UsualDemonstrations * sharing.Length;
        double weights = sharing.Sum(i => tasks[i].Weight);
        foreach (int i in sharing)
            shares[i] = (int)Math.Floor(Due(i));
        foreach (int i in sharing.OrderByDescending(i => Due(i) - shares[i]).Take(pool - sharing.Sum(i => shares[i])).ToArray())
            shares[i]++;
        return shares;

        double Due(int i) => pool * (tasks[i].Weight / weights);
    }
}
