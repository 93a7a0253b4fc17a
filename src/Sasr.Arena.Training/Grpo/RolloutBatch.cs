using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Rewards;
using Sasr.Arena.Training.Batches;

namespace Sasr.Arena.Training.Grpo;

/// <summary>A step's episodes, group by group, and what of them is trained on.</summary>
internal sealed class RolloutBatch
{
    private readonly IReadOnlyList<Episode> _episodes;
    private readonly TokenTrace[] _traces;

    public RolloutBatch(IReadOnlyList<Episode> episodes, GrpoRecipe recipe, Policy policy)
    {
        _episodes = episodes;
        Advantages = Advantages.Of([.. episodes.Select(episode => episode.Reward)], recipe.GroupSize, recipe.ScaleRewards);
        _traces = [.. episodes.SelectMany(episode => episode.Turns).Select(turn => turn.Action.Trace!)];

        // A sequence without an advantage has no gradient, unless the KL penalty gives it one.
        Trained =
        [
            .. Enumerable.Range(0, episodes.Count)
                .Where(i => episodes[i].Reward.IsScored)
                .Where(i => Advantages.Values[i] != 0 || recipe.Beta > 0)
                .Where(i => !recipe.MaskTruncated || !episodes[i].Turns.Any(turn => turn.Action.Trace!.Truncated))
                .Select(i => (TrainingSequence.Of(episodes[i], policy), Advantages.Values[i])),
        ];
    }

    public Advantages Advantages { get; }

    /// <summary>The sequences that carry a gradient, with their advantages.</summary>
    public IReadOnlyList<(TrainingSequence Sequence, float Advantage)> Trained { get; }

    public IReadOnlyList<Episode> Episodes => _episodes;

    /// <summary>Tokens that the policy wrote.</summary>
    public long SampledTokens => _traces.Sum(trace => (long)trace.Tokens.Count);

    public int Unscored => _episodes.Count(episode => !episode.Reward.IsScored);

    /// <summary>Means over scored episodes; lengths in tokens over all actions.</summary>
    public Dictionary<string, double> Metrics()
    {
        Reward[] scored = [.. _episodes.Where(episode => episode.Reward.IsScored).Select(episode => episode.Reward)];
        var metrics = new Dictionary<string, double>
        {
            ["reward"] = scored.Select(reward => reward.Value).DefaultIfEmpty().Average(),
            ["reward_std"] = Advantages.MeanGroupDeviation,
            ["frac_reward_zero_std"] = Advantages.ZeroSpreadShare,
            ["accuracy"] = scored.Select(reward => reward.IsCorrect ? 1.0 : 0).DefaultIfEmpty().Average(),
            ["unscored"] = Unscored,
            ["completions/mean_length"] = _traces.Select(trace => (double)trace.Tokens.Count).DefaultIfEmpty().Average(),
            ["completions/min_length"] = _traces.Select(trace => trace.Tokens.Count).DefaultIfEmpty().Min(),
            ["completions/max_length"] = _traces.Select(trace => trace.Tokens.Count).DefaultIfEmpty().Max(),
            ["completions/clipped_ratio"] = _traces.Select(trace => trace.Truncated ? 1.0 : 0).DefaultIfEmpty().Average(),
        };
        foreach (IGrouping<string, double> component in scored
            .SelectMany(reward => reward.Components)
            .GroupBy(pair => pair.Key, pair => pair.Value)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            double mean = component.Average();
            metrics[$"rewards/{component.Key}/mean"] = mean;
            metrics[$"rewards/{component.Key}/std"] = Math.Sqrt(component.Average(value => (value - mean) * (value - mean)));
        }
        return metrics;
    }
}
