using MathNet.Numerics.Distributions;

namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// McNemar's exact conditional test of two agents on the same problems (Q. McNemar, Psychometrika 12, 1947): where they do
/// equally well, each problem that only one of them solves is as likely to be the one's as the other's.
/// </summary>
/// <param name="Lost">Problems that the base solves and the head does not.</param>
/// <param name="Gained">Problems that the head solves and the base does not.</param>
/// <param name="PValue">Two-sided exact p-value.</param>
/// <param name="MidPValue">
/// Two-sided mid-p-value, less conservative and without the exact one's guarantee (Fagerland, Lydersen and Laake, BMC Medical
/// Research Methodology 13:91, 2013).
/// </param>
public readonly record struct McNemarTest(int Lost, int Gained, double PValue, double MidPValue)
{
    /// <summary>The test for these counts; 1 where no problem differs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static McNemarTest Of(int lost, int gained)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        int fewer = Math.Min(lost, gained), discordant = lost + gained;
        if (discordant == 0)
            return new McNemarTest(0, 0, 1, 1);
        double point = Binomial.PMF(0.5, discordant, fewer);
        if (lost == gained)
            return new McNemarTest(lost, gained, 1, 1 - (point / 2));
        double exact = 2 * Binomial.CDF(0.5, discordant, fewer);
        return new McNemarTest(lost, gained, Math.Min(1, exact), Math.Min(1, exact - point));
    }
}
