using System.Text.Json.Serialization;
using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Results;

/// <summary>What a number of episodes came to.</summary>
/// <param name="N">Episodes that have a reward; the unscored ones are not among them.</param>
/// <param name="Correct">Those whose answer was entirely right.</param>
/// <param name="MeanReward">Mean of their rewards; null where there is none.</param>
/// <param name="Unscored">Episodes for which nobody can say: failures that are not the agent's.</param>
public sealed record Score(int N, int Correct, double? MeanReward, int Unscored)
{
    // Six digits are more than any number of episodes resolves, and print the same everywhere.
    private const int Digits = 6;

    /// <summary>Share of the scored episodes that were right; null where there is none.</summary>
    public double? Accuracy => N == 0 ? null : Rounded((double)Correct / N);

    /// <summary>The accuracy's standard error, clustered by problem; null where there are fewer than two problems.</summary>
    public double? StandardError { get; init; }

    /// <summary>Lower end of the accuracy's 95 % Wilson interval.</summary>
    public double Low { get; init; } = Rounded(WilsonInterval.Of(Correct, N).Low);

    /// <summary>Upper end of the accuracy's 95 % Wilson interval.</summary>
    public double High { get; init; } = Rounded(WilsonInterval.Of(Correct, N).High);

    /// <summary>What several samples of the same problems say; null where each was put once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SampleScore? Sampling { get; init; }

    /// <summary>Counts the episodes.</summary>
    public static Score Of(IReadOnlyCollection<EpisodeRecord> episodes)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        EpisodeRecord[] scored = [.. episodes.Where(episode => episode.IsScored)];
        var score = new Score(
            scored.Length,
            scored.Count(episode => episode.Correct),
            scored.Length == 0 ? null : Rounded(scored.Average(episode => episode.Reward!.Value)),
            episodes.Count - scored.Length);
        return scored.Length == 0 ? score : score.Clustered(scored) with { Sampling = SampleScore.Of(episodes) };
    }

    internal static double Rounded(double value) => Math.Round(value, Digits);

    // The samples of a problem, and problems that ask the same, are not independent: together they are worth fewer.
    private Score Clustered(EpisodeRecord[] scored)
    {
        double[][] problems =
        [
            .. scored.GroupBy(episode => (episode.Environment, episode.Level, episode.Question))
                .Select(problem => problem.Select(episode => episode.Correct ? 1.0 : 0.0).ToArray()),
        ];
        double? error = ClusteredError.Of(problems);
        Score score = this with { StandardError = error is { } some ? Rounded(some) : null };
        if (problems.Length == N)
            return score;
        double share = (double)Correct / N;
        double independent = error is > 0 ? Math.Min(N, share * (1 - share) / (error.Value * error.Value)) : problems.Length;
        WilsonInterval interval = WilsonInterval.OfShare(share, independent);
        return score with { Low = Rounded(interval.Low), High = Rounded(interval.High) };
    }
}
