using System.Globalization;
using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Results;

/// <summary>What several samples of the same problems say; means over the problems, of samples that have a reward.</summary>
/// <param name="K">Samples of a problem.</param>
/// <param name="Mean">mean@k: the share of a problem's samples that are right.</param>
/// <param name="PassAt">pass@i for i = 1, 2, 4 ... k: the chance that at least one of i samples is right.</param>
/// <param name="PassHat">pass^i for the same i: the chance that all of i samples are right.</param>
/// <param name="Majority">majority@k: how often the commonest answer is right.</param>
/// <param name="DistinctCorrect">Different solutions among a problem's right ones.</param>
/// <param name="AnswerEntropy">Entropy of a problem's answers in bits.</param>
public sealed record SampleScore(
    int K,
    double Mean,
    IReadOnlyDictionary<string, double> PassAt,
    IReadOnlyDictionary<string, double> PassHat,
    double Majority,
    double DistinctCorrect,
    double AnswerEntropy)
{
    /// <summary>Counts the episodes; null where no problem was put more than once, or nothing was scored.</summary>
    public static SampleScore? Of(IReadOnlyCollection<EpisodeRecord> episodes)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        int k = episodes.Count == 0 ? 0 : episodes.Max(episode => episode.Sample) + 1;
        SampledAnswer[][] problems =
        [
            .. episodes.Where(episode => episode.IsScored)
                .GroupBy(episode => (episode.Environment, episode.Level, episode.Index))
                .Select(problem => problem.Select(Sampled).ToArray()),
        ];
        if (k < 2 || problems.Length == 0)
            return null;
        AnswerDiversity[] diversity = [.. problems.Select(AnswerDiversity.Of)];
        return new SampleScore(
            k,
            Score.Rounded(problems.Average(problem => MeanAtK.Of(problem.Length, Right(problem)))),
            Estimates(problems, k, PassAtK.Of),
            Estimates(problems, k, PassHatK.Of),
            Score.Rounded(problems.Average(MajorityAtK.Of)),
            Score.Rounded(diversity.Average(one => one.DistinctCorrect)),
            Score.Rounded(diversity.Average(one => one.AnswerEntropy)));
    }

    // A problem with fewer scored samples than tries has no unbiased estimate and is left out of that one.
    private static SortedDictionary<string, double> Estimates(SampledAnswer[][] problems, int k, Func<int, int, int, double> estimate)
    {
        var estimates = new SortedDictionary<string, double>(Comparer<string>.Create((a, b) => Number(a).CompareTo(Number(b))));
        for (int tries = 1; tries <= k; tries = tries == k ? k + 1 : Math.Min(2 * tries, k))
        {
            SampledAnswer[][] enough = [.. problems.Where(problem => problem.Length >= tries)];
            if (enough.Length > 0)
                estimates[tries.ToString(CultureInfo.InvariantCulture)] = Score.Rounded(enough.Average(problem => estimate(problem.Length, Right(problem), tries)));
        }
        return estimates;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int Right(SampledAnswer[] problem) => problem.Count(sample => sample.Correct);

    private static SampledAnswer Sampled(EpisodeRecord episode) => new(
        episode.Given, string.Join('\n', episode.Turns.Select(turn => turn.Action)), episode.Correct);
}
