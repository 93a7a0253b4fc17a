using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Curricula;
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
    public static IReadOnlyList<EpisodeRequest> Rollouts(Recipe recipe, IReadOnlyList<TrainingTask> tasks, Curriculum curriculum, int step)
    {
        var rng = new Rng(Seeds.Derive("rollout", recipe.Seed, step));
        var requests = new List<EpisodeRequest>();
        for (int prompt = 0; prompt < recipe.Grpo.Prompts; prompt++)
        {
            TrainingTask task = Draw(tasks, rng);
            int level = curriculum.Draw(task, rng);
            ulong seed = rng.Next();
            requests.AddRange(Enumerable.Range(0, recipe.Grpo.GroupSize)
                .Select(sample => new EpisodeRequest(task.Id, level, Split.Train, seed, sample)));
        }
        return requests;
    }

    private static TrainingTask Draw(IReadOnlyList<TrainingTask> tasks, Rng rng)
    {
        double place = rng.Uniform() * tasks.Sum(task => task.Weight);
        foreach (TrainingTask task in tasks)
        {
            place -= task.Weight;
            if (place < 0)
                return task;
        }
        return tasks.Last(task => task.Weight > 0);
    }
}
