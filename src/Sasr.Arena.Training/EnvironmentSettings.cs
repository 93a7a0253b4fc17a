using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Episodes;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training;

/// <summary>What a recipe changes in the environments' own settings.</summary>
internal static class EnvironmentSettings
{
    public static EnvironmentOverrides Of(Recipe recipe) => new(
        recipe.Format is null ? null : AnswerFormats.Find(recipe.Format),
        recipe.Rewards);
}
