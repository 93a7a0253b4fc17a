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
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        if (trials == 0)
            return new WilsonInterval(0, 1);

        double z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        double n = trials, p = successes / n, z2 = z * z;
        double center = (2 * n * p) + z2;
        double half = z * Math.Sqrt(z2 + (4 * n * p * (1 - p)));
        double scale = 2 * (n + z2);
        return new WilsonInterval(
            successes == 0 ? 0 : (center - half) / scale,
            successes == trials ? 1 : (center + half) / scale);
    }
}
