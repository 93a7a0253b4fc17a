using System.Diagnostics;
using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Results;

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

    /// <summary>Share of unscored episodes past which an evaluation fails, where the plan says nothing else.</summary>
    public const double MaxUnscored = 0.02;

    /// <summary>Runs the plan.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="agent">Who is asked.</param>
    /// <param name="agentName">What the result calls it.</param>
    /// <param name="progress">Called after every batch; null: nobody watches.</param>
    /// <param name="ct">Ends the evaluation without a result.</param>
    /// <exception cref="InputException">The plan asks for nothing, or for what does not exist.</exception>
    /// <exception cref="InfrastructureException">More episodes could not be scored than the plan allows.</exception>
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
        var played = new List<EpisodeRecord>(requests.Count);
        foreach (EpisodeRequest[] batch in requests.Chunk(batchSize))
        {
            ct.ThrowIfCancellationRequested();
            IReadOnlyList<Episode> episodes = await runner.RunAsync(batch, agent, ct);
            played.AddRange(episodes.Select(EpisodeRecord.Of));
            StopWhereTooManyFailed(played, requests.Count, plan.MaxUnscored);
            progress?.Invoke(new EvaluationProgress(played.Count, requests.Count, episodes));
        }
        return EvaluationResult.Of(plan, agentName, played) with { Seconds = Math.Round(clock.Elapsed.TotalSeconds, 1) };
    }

    private static void StopWhereTooManyFailed(List<EpisodeRecord> played, int total, double allowed)
    {
        EpisodeRecord[] failed = [.. played.Where(episode => !episode.IsScored)];
        if (failed.Length > allowed * total)
        {
            EpisodeRecord first = failed[0];
            throw new InfrastructureException(
                $"{failed.Length} of {played.Count} episodes could not be scored, more than {allowed:P0} of {total}; " +
                $"the first, {first.Environment} level {first.Level}: {first.Unscored}");
        }
    }
}
