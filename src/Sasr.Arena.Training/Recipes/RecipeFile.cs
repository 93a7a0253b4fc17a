using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Training.Curricula;
using Sasr.Arena.Yaml;

namespace Sasr.Arena.Training.Recipes;

/// <summary>A recipe and the text that it was read from.</summary>
/// <param name="Name">The file's name without its extension; the run's name where none is given.</param>
/// <param name="Recipe">What it says.</param>
/// <param name="Text">As it was read; a run keeps a copy.</param>
public sealed record RecipeFile(string Name, Recipe Recipe, string Text)
{
    /// <summary>Reads and checks a recipe.</summary>
    /// <exception cref="InputException">The file cannot be read, or a key or value in it is wrong.</exception>
    public static RecipeFile Read(string path) => Check(YamlFile<Recipe>.Read(path));

    /// <summary>Checks a text as if it stood in a file.</summary>
    /// <exception cref="InputException">A key or value in it is wrong.</exception>
    public static RecipeFile Parse(string path, string text) => Check(YamlFile<Recipe>.Parse(path, text));

    /// <summary>Checks that the values are in range and fit each other.</summary>
    /// <exception cref="InputException">One does not; the message names its key.</exception>
    public static void Validate(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        Require(recipe.Tasks.Any(), "tasks: there are none; name at least one, for example 'math/pick-two: {}'");
        Require(recipe.Tasks.Any(pair => pair.Value.Weight != 0), "tasks: at least one weight must be above 0");
        Require(recipe.Demonstrations is null or >= 0, "demonstrations: must be at least 0");
        Require(
            recipe.Schedule.Kind != "sft" || (recipe.Curriculum ?? recipe.Tasks.Select(pair => pair.Value.Curriculum).FirstOrDefault(own => own is not null)) is null,
            "curriculum: the schedule 'sft' has no rollouts whose success could pass a gate; take grpo, static or sasr, or leave the curriculum out");
        Named(recipe.Curriculum);
        Require(recipe.Device is "cpu" or "cuda" or "auto", $"device: '{recipe.Device}' is none of cpu, cuda, auto");
        Require(recipe.Threads >= 1, "threads: must be at least 1");
        Require(recipe.MaxTokens >= 1, "max_tokens: must be at least 1");
        Require(recipe.CheckpointEvery >= 1, "checkpoint_every: must be at least 1");
        Require(recipe.CheckpointsKept >= 1, "checkpoints_kept: must be at least 1");
        Require(recipe.MaxUnscored is >= 0 and <= 1, "max_unscored: must lie in [0, 1]");
        Require(recipe.Budget is not { Steps: null, Work: null }, "budget: give steps, work, or both");
        Require(recipe.Budget.Steps is null or >= 1, "budget.steps: must be at least 1");
        Require(recipe.Budget.Work is null or > 0, "budget.work: must be above 0");
        Require(recipe.Budget is { SftTokens: > 0, GrpoTokens: > 0, SampledTokens: > 0 }, "budget: prices must be above 0");
        Require(recipe.Optimizer is { ClipNorm: > 0, StopNorm: > 0 }, "optimizer: clip_norm and stop_norm must be above 0");
        Require(recipe.Validation is { Every: >= 0, Problems: >= 1 }, "validation: every must be at least 0 and problems at least 1");
        if (recipe.Format is not null)
            AnswerFormats.Find(recipe.Format);
        recipe.Sft.Validate();
        recipe.Grpo.Validate();
        recipe.Schedule.Validate();
    }

    private static RecipeFile Check(YamlFile<Recipe> file) => file.Check(() =>
    {
        Validate(file.Value);
        return new RecipeFile(Path.GetFileNameWithoutExtension(file.Path), file.Value, file.Text);
    });

    private static void Named(CurriculumRecipe? curriculum)
    {
        try
        {
            curriculum?.Validate();
        }
        catch (InputException e)
        {
            throw new InputException($"{e.Message}.", e);
        }
    }

    internal static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InputException($"{otherwise}.");
    }
}
