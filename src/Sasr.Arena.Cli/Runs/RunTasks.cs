using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Cli.Runs;

/// <summary>Which tasks an agent is asked where none is named: those that a model was trained on.</summary>
internal static class RunTasks
{
    /// <summary>The tasks of the recipe beside the model or in its run; the first of the arena where there is none.</summary>
    /// <exception cref="InputException">The agent is no model.</exception>
    public static IReadOnlyList<string> Of(string path, Workspace workspace)
    {
        if (!AgentSource.IsFolder(path))
            throw new InputException($"Name what to ask {path}; there are {string.Join(", ", workspace.Catalog.Ids)}.");
        string folder = Directory.Exists(path) ? path : Path.Combine(Workspace.FindRoot(), path);
        string? recipe = new[] { folder, Path.Combine(folder, "..", "..") }
            .Select(place => Path.Combine(place, "recipe.yaml"))
            .FirstOrDefault(File.Exists);
        return recipe is null
            ? [workspace.Catalog.Ids[0]]
            : RecipeFile.Read(recipe).Recipe.Tasks.Ids(workspace.Catalog);
    }
}
