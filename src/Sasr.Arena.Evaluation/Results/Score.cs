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
    [JsonPropertyOrder(1)]
    public double? Accuracy => N == 0 ? null : Rounded((double)Correct / N);

    /// <summary>Lower end of the accuracy's 95 % Wilson interval.</summary>
    [JsonPropertyOrder(2)]
    public double Low => Rounded(WilsonInterval.Of(Correct, N).Low);

    /// <summary>Upper end of the accuracy's 95 % Wilson interval.</summary>
    [JsonPropertyOrder(3)]
    public double High => Rounded(WilsonInterval.Of(Correct, N).High);

    /// <summary>Counts the episodes.</summary>
    public static Score Of(IReadOnlyCollection<EpisodeRecord> episodes)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        EpisodeRecord[] scored = [.. episodes.Where(episode => episode.IsScored)];
        return new Score(
            scored.Length,
            scored.Count(episode => episode.Correct),
            scored.Length == 0 ? null : Rounded(scored.Average(episode => episode.Reward!.Value)),
            episodes.Count - scored.Length);
    }

    internal static double Rounded(double value) => Math.Round(value, Digits);
}
