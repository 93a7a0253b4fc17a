using MathNet.Numerics.Distributions;

namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// The smallest difference that a two-sided test would show with a given power: (z(1−α/2) + z(power)) standard errors
/// (E. Miller, "Adding Error Bars to Evals", 2024, section 5; H. S. Bloom, "Minimum detectable effects", Evaluation Review 19,
/// 1995). For one sample a problem <see cref="McNemarPower"/> is exact.
/// </summary>
public static class DetectableDifference
{
    /// <summary>The difference, in the units of the standard error.</summary>
    /// <param name="standardError">Of the difference.</param>
    /// <param name="alpha">The two-sided level, in (0, 1).</param>
    /// <param name="power">In (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard error is negative, or a chance is not in (0, 1).</exception>
    public static double OfStandardError(double standardError, double alpha = 0.05, double power = 0.8)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardError);
        if (!(alpha is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "A level lies between 0 and 1.");
        if (!(power is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(power), power, "A power lies between 0 and 1.");
        return (Normal.InvCDF(0, 1, 1 - (alpha / 2)) + Normal.InvCDF(0, 1, power)) * standardError;
    }
}
