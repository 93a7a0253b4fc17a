using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training;

/// <summary>Which episodes a run plays; every seed is derived from what the episode is for.</summary>
internal static class EpisodeRequests
{
    /// <summary>Different episodes of one environment, spread evenly over its levels.</summary>
    public static IEnumerable<EpisodeRequest> Spread(
        string environment, IReadOnlyList<int> levels, int count, Split split, ulong seed, string purpose) =>
        Enumerable.Range(0, count).Select(i => new EpisodeRequest(
            environment, levels[i % levels.Count], split, Seeds.Derive(purpose, seed, environment, i)));

    /// <summary>The rollouts of a step: fresh prompts, drawn by the tasks' weights, and a group of samples for each.</summary>
    public static IReadOnlyList<EpisodeRequest> Rollouts(Recipe recipe, int step)
    {
        var rng = new Rng(Seeds.Derive("rollout", recipe.Seed, step));
        var requests = new List<EpisodeRequest>();
        for (int prompt = 0; prompt < recipe.Grpo.Prompts; prompt++)
        {
            (string id, TaskRecipe task) = Draw(recipe, rng);
            int level = rng.Pick(task.Levels);
            ulong seed = rng.Next();
            requests.AddRange(Enumerable.Range(0, recipe.Grpo.GroupSize)
                .Select(sample => new EpisodeRequest(id, level, Split.Train, seed, sample)));
        }
        return requests;
    }

    private static (string Id, TaskRecipe Task) Draw(Recipe recipe, Rng rng)
    {
        double place = rng.Uniform() * recipe.Tasks.Values.Sum(task => task.Weight);
        foreach ((string id, TaskRecipe task) in recipe.Tasks)
        {
            place -= task.Weight;
            if (place < 0)
                return (id, task);
        }
        (string last, TaskRecipe lastTask) = recipe.Tasks.Last(pair => pair.Value.Weight > 0);
        return (last, lastTask);
    }
}
