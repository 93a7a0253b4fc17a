using MathNet.Numerics.Distributions;

namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// The interval of the difference of two accuracies on the same problems, one sample each: Wald's with Laplace's adjustment,
/// D. G. Bonett and R. M. Price, "Adjusted Wald confidence interval for a difference of binomial proportions based on paired
/// data", Journal of Educational and Behavioral Statistics 37, 2012. It has a width also where no problem differs.
/// </summary>
/// <param name="Low">Lower end, in [-1, 1].</param>
/// <param name="High">Upper end, in [-1, 1].</param>
public readonly record struct PairedDifference(double Low, double High)
{
    /// <summary>The interval of head minus base; [-1, 1] where there is no problem.</summary>
    /// <param name="problems">Problems that both were asked.</param>
    /// <param name="lost">Those that the base alone solves.</param>
    /// <param name="gained">Those that the head alone solves.</param>
    /// <param name="confidence">In (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more problems differ than there are, or the confidence is not in (0, 1).</exception>
    public static PairedDifference Of(int problems, int lost, int gained, double confidence = WilsonInterval.DefaultConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lost + gained, problems);
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        if (problems == 0)
            return new PairedDifference(-1, 1);
        double n = problems + 2, up = (gained + 1) / n, down = (lost + 1) / n, difference = up - down;
        double half = Normal.InvCDF(0, 1, (1 + confidence) / 2) * Math.Sqrt((up + down - (difference * difference)) / n);
        return new PairedDifference(Math.Max(-1, difference - half), Math.Min(1, difference + half));
    }
}
