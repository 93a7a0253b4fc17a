using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// The paired bootstrap of a mean difference: problems are drawn again with replacement, each with all its samples of both
/// agents (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993: the percentile interval, chapter 13, and
/// the two-sided level at which it would end at 0, section 15.4).
/// </summary>
/// <param name="Mean">The mean of the differences.</param>
/// <param name="Low">Lower end of the percentile interval.</param>
/// <param name="High">Upper end of the percentile interval.</param>
/// <param name="PValue">
/// Two-sided p-value. It is never below 2^(1-m) where m problems differ: by the fall of m coins all would point one way that
/// often, and of a few problems resampling alone would be surer than that.
/// </param>
public readonly record struct PairedBootstrap(double Mean, double Low, double High, double PValue)
{
    /// <summary>Resamples where nothing else is said.</summary>
    public const int DefaultResamples = 10_000;

    private const double Rounding = 1e-12;

    /// <summary>The bootstrap; the same differences in the same order and the same seed give the same bits.</summary>
    /// <param name="differences">Head minus base, a problem each.</param>
    /// <param name="seed">Of the resampling.</param>
    /// <param name="resamples">How often the problems are drawn again.</param>
    /// <param name="confidence">Of the interval, in (0, 1).</param>
    /// <exception cref="ArgumentException">There is no difference.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no resample, or the confidence is not in (0, 1).</exception>
    public static PairedBootstrap Of(
        IReadOnlyList<double> differences,
        ulong seed,
        int resamples = DefaultResamples,
        double confidence = WilsonInterval.DefaultConfidence)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (differences.Count == 0)
            throw new ArgumentException("A bootstrap needs at least one problem.", nameof(differences));
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");

        double[] observed = [.. differences];
        double[] means = Resample(observed, new Rng(seed), resamples);
        int below = means.Count(mean => mean <= Rounding), above = means.Count(mean => mean >= -Rounding);
        double p = 2.0 * (1 + Math.Min(below, above)) / (1 + resamples);
        double coins = Math.Pow(2, 1 - observed.Count(difference => Math.Abs(difference) > Rounding));
        return new PairedBootstrap(
            observed.Average(),
            Quantile(means, (1 - confidence) / 2),
            Quantile(means, (1 + confidence) / 2),
            Math.Min(1, Math.Max(p, coins)));
    }

    private static double[] Resample(double[] observed, Rng rng, int resamples)
    {
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++)
        {
            double sum = 0;
            // The upper half of the product: Rng.Integer without its divisions, which would take most of the time.
            for (int j = 0; j < observed.Length; j++)
                sum += observed[Math.BigMul(rng.Next(), (ulong)observed.Length, out _)];
            means[i] = sum / observed.Length;
        }
        Array.Sort(means);
        return means;
    }

    /// <summary>The quantile of sorted values, between two of them linearly (type 7 of Hyndman and Fan, 1996).</summary>
    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int low = (int)place;
        return low + 1 < sorted.Length ? sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])) : sorted[^1];
    }
}
