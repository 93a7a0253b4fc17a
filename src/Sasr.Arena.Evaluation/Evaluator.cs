using System.Diagnostics;
using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Evaluation;

/// <summary>
/// Lets an agent play the problems of a plan and counts. Episodes that could not be scored are counted apart and left out
/// of every figure; where they are more than a few, the evaluation fails instead of giving a figure.
/// </summary>
/// <param name="runner">Plays the episodes.</param>
/// <param name="batchSize">Episodes that the agent is asked about together.</param>
public sealed class Evaluator(EpisodeRunner runner, int batchSize = Evaluator.DefaultBatchSize)
{
    /// <summary>Episodes played together where nothing else is said.</summary>
    public const int DefaultBatchSize = 256;

    /// <summary>Share of unscored episodes past which an evaluation fails.</summary>
    public const double MaxUnscored = 0.02;

    /// <summary>Runs the plan.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="agent">Who is asked.</param>
    /// <param name="agentName">What the result calls it.</param>
    /// <param name="progress">Called after every batch; null: nobody watches.</param>
    /// <param name="ct">Ends the evaluation without a result.</param>
    /// <exception cref="InputException">The plan asks for nothing, or for what does not exist.</exception>
    /// <exception cref="InfrastructureException">More than <see cref="MaxUnscored"/> of the episodes could not be scored.</exception>
    public async Task<EvaluationResult> RunAsync(
        EvaluationPlan plan,
        IAgent agent,
        string agentName,
        Action<EvaluationProgress>? progress = null,
        CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(agent);
        IReadOnlyList<EpisodeRequest> requests = plan.Requests();
        if (requests.Count == 0)
            throw new InputException("There is nothing to evaluate: name at least one environment, level and problem.");

        var clock = Stopwatch.StartNew();
        var played = new List<Episode>(requests.Count);
        foreach (EpisodeRequest[] batch in requests.Chunk(batchSize))
        {
            ct.ThrowIfCancellationRequested();
            IReadOnlyList<Episode> episodes = await runner.RunAsync(batch, agent, ct);
            played.AddRange(episodes);
            StopWhereTooManyFailed(played, requests.Count);
            progress?.Invoke(new EvaluationProgress(played.Count, requests.Count, episodes));
        }
        return Count(plan, agentName, played) with { Seconds = Math.Round(clock.Elapsed.TotalSeconds, 1) };
    }

    private static EvaluationResult Count(EvaluationPlan plan, string agentName, List<Episode> played)
    {
        ILookup<(string Environment, int Level), Reward> rewards =
            played.ToLookup(episode => (episode.Request.Environment, episode.Request.Level), episode => episode.Reward);
        EnvironmentResult[] environments =
        [
            .. plan.Targets.Select(target => new EnvironmentResult(
                target.Environment,
                target.Version,
                Score.Of([.. target.Levels.SelectMany(level => rewards[(target.Environment, level)])]),
                [.. target.Levels.Select(level => new LevelResult(level, Score.Of([.. rewards[(target.Environment, level)]])))])),
        ];
        return new EvaluationResult(
            agentName, plan.Split, plan.Seed, plan.Problems, Score.Of([.. played.Select(episode => episode.Reward)]), environments);
    }

    private static void StopWhereTooManyFailed(List<Episode> played, int total)
    {
        Episode[] failed = [.. played.Where(episode => !episode.Reward.IsScored)];
        if (failed.Length > MaxUnscored * total)
        {
            Episode first = failed[0];
            throw new InfrastructureException(
                $"{failed.Length} of {played.Count} episodes could not be scored, more than {MaxUnscored:P0} of {total}; " +
                $"the first, {first.Request.Environment} level {first.Request.Level}: {first.Reward.Unscored}");
        }
    }
}
