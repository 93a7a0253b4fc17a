using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Curricula;

/// <summary>
/// Which levels of a run's tasks are open, and what level a prompt has. What counts is the success of the rollouts that
/// training makes anyway: fresh problems of the very level, at every GRPO step, at no cost.
/// </summary>
internal sealed class Curriculum
{
    private readonly Dictionary<string, TaskCurriculum> _tasks = [];

    /// <param name="tasks">Of the run; all levels of one without a curriculum are always open.</param>
    public Curriculum(IReadOnlyList<TrainingTask> tasks)
    {
        foreach (TrainingTask task in tasks.Where(task => task.Curriculum is not null))
            _tasks[task.Id] = new TaskCurriculum(task.Levels, task.Curriculum!);
    }

    /// <summary>What must be remembered over a restart, by task; set, it goes on from there.</summary>
    public IReadOnlyDictionary<string, CurriculumState> State
    {
        get => _tasks.ToDictionary(pair => pair.Key, pair => pair.Value.State);
        set
        {
            foreach ((string id, TaskCurriculum task) in _tasks)
            {
                if (value.TryGetValue(id, out CurriculumState? state))
                    task.State = state;
            }
        }
    }

    public bool IsOpen(string id, int level) => !_tasks.TryGetValue(id, out TaskCurriculum? task) || task.IsOpen(level);

    /// <summary>The level of a prompt.</summary>
    public int Draw(TrainingTask task, Rng rng) =>
        _tasks.TryGetValue(task.Id, out TaskCurriculum? curriculum) ? curriculum.Draw(rng) : rng.Pick(task.Levels);

    /// <summary>Takes in the rollouts of a step; those that could not be scored say nothing.</summary>
    public void Observe(IReadOnlyList<Episode> rollouts)
    {
        foreach (IGrouping<string, Episode> episodes in rollouts
            .Where(episode => episode.Reward.IsScored)
            .GroupBy(episode => episode.Request.Environment))
        {
            if (_tasks.TryGetValue(episodes.Key, out TaskCurriculum? task))
                task.Observe(episodes.Select(episode => (episode.Request.Level, episode.Reward.IsCorrect)));
        }
    }

    /// <summary>Adds <c>curriculum/…</c> to a step's metrics.</summary>
    public void Measure(Dictionary<string, double> metrics)
    {
        foreach ((string id, TaskCurriculum task) in _tasks)
        {
            metrics[$"curriculum/{id}/level"] = task.Level;
            if (task.Success is { } success)
                metrics[$"curriculum/{id}/success"] = success;
        }
    }
}
