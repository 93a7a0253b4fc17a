using System.Diagnostics;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Checks;

/// <summary>How fast a task is, through whatever runs its script, in wall time.</summary>
/// <param name="Task">Id of the task.</param>
/// <param name="Generated">Train problems a second, as many of every level.</param>
/// <param name="Scored">Right answers judged a second, as many of every level.</param>
public sealed record TaskRates(string Task, double Generated, double Scored)
{
    private const int PerLevel = 256;

    /// <summary>Measures for at least the given time each, after a warm-up of as long, in which the runtime compiles what is called often once more.</summary>
    /// <exception cref="InputException">A level cannot be drawn from.</exception>
    /// <exception cref="InfrastructureException">The task's script failed.</exception>
    public static async Task<TaskRates> MeasureAsync(ReasoningTask task, TimeSpan time, ulong seed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var problems = new List<Problem>();
        int round = 0;
        async Task<int> GenerateAsync()
        {
            problems.Clear();
            for (int level = 1; level <= task.Info.Levels; level++)
                problems.AddRange(await task.GenerateAsync(new ProblemRequest(Split.Train, level, PerLevel, seed, round * PerLevel), ct));
            round++;
            return problems.Count;
        }

        async Task<int> ScoreAsync()
        {
            Reward[] rewards = await System.Threading.Tasks.Task.WhenAll(problems.Select(problem => task.ScoreAsync(new Submission(problem, problem.Answer), ct).AsTask()));
            return rewards.FirstOrDefault(reward => !reward.IsScored) is { Unscored: { } reason }
                ? throw new InfrastructureException(reason)
                : rewards.Length;
        }

        return new TaskRates(task.Info.Id, await RateAsync(GenerateAsync, time), await RateAsync(ScoreAsync, time));
    }

    private static async Task<double> RateAsync(Func<Task<int>> work, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < time)
            await work();
        clock.Restart();
        long done = 0;
        while (clock.Elapsed < time)
            done += await work();
        return done / clock.Elapsed.TotalSeconds;
    }
}
