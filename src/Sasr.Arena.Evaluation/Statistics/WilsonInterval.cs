using MathNet.Numerics.Distributions;

namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// Wilson's score interval of a proportion, without continuity correction (E. B. Wilson 1927; method 3 of R. G. Newcombe,
/// "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998). It stays inside [0, 1] and
/// is sound for small counts and for proportions of 0 and 1, where the textbook's p ± 2 s.e. is not.
/// </summary>
/// <param name="Low">Lower end, in [0, 1].</param>
/// <param name="High">Upper end, in [0, 1].</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    /// <summary>The confidence where none is named.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>The interval of <paramref name="successes"/> in <paramref name="trials"/>; [0, 1] where there is no trial.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, there are more successes than trials, or the confidence is not in (0, 1).</exception>
    public static WilsonInterval Of(int successes, int trials, double confidence = DefaultConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0)
            return new WilsonInterval(0, 1);
        WilsonInterval interval = OfShare((double)successes / trials, trials, confidence);
        return new WilsonInterval(successes == 0 ? 0 : interval.Low, successes == trials ? 1 : interval.High);
    }

    /// <summary>
    /// The interval of a share whose trials are worth as much as <paramref name="trials"/> independent ones, which need not be a whole
    /// number: the effective sample size of a clustered sample (N. Dean and M. Pagano, "Evaluating Confidence Interval Methods for
    /// Binomial Proportions in Clustered Surveys", 2015).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1], the trials are not above 0, or the confidence is not in (0, 1).</exception>
    public static WilsonInterval OfShare(double share, double trials, double confidence = DefaultConfidence)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");

        double z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        double z2 = z * z;
        double center = (2 * trials * share) + z2;
        double half = z * Math.Sqrt(z2 + (4 * trials * share * (1 - share)));
        double scale = 2 * (trials + z2);
        return new WilsonInterval(Math.Max(0, (center - half) / scale), Math.Min(1, (center + half) / scale));
    }
}
