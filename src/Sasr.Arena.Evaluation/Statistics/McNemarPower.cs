using MathNet.Numerics.Distributions;

namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// What McNemar's exact test can show. The power is exact: the mean, over the number of problems on which the agents differ, of
/// the conditional test's power (Schork and Williams, "Number of observations required for the comparison of two correlated
/// proportions", Communications in Statistics B 9, 1980).
/// </summary>
public static class McNemarPower
{
    private const int Halvings = 40;

    /// <summary>The chance that the two-sided test shows a drop that is there.</summary>
    /// <param name="problems">Problems that both agents are asked.</param>
    /// <param name="lost">Chance that the base alone solves a problem.</param>
    /// <param name="gained">Chance that the head alone does.</param>
    /// <param name="alpha">The two-sided level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A chance is not one, or there are fewer than no problems.</exception>
    public static double Of(int problems, double lost, double gained, double alpha = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(problems);
        Chance(lost, nameof(lost));
        Chance(gained, nameof(gained));
        Chance(lost + gained, nameof(gained));
        Chance(alpha, nameof(alpha));
        return lost + gained == 0 ? 0 : new Tables(problems, alpha).Power(lost, gained);
    }

    /// <summary>
    /// The smallest drop of the accuracy that the test shows with the given power, where that many problems are expected to
    /// differ at random besides; null where even the loss of every problem would not be shown.
    /// </summary>
    /// <param name="problems">Problems that both agents are asked.</param>
    /// <param name="discordance">
    /// Share of the problems on which the agents differ. A drop larger than it makes the share as large as itself.
    /// </param>
    /// <param name="alpha">The two-sided level.</param>
    /// <param name="power">The chance with which such a drop is shown.</param>
    /// <returns>A drop in (0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share or chance is not one, or there are fewer than no problems.</exception>
    public static double? SmallestDrop(int problems, double discordance, double alpha = 0.05, double power = 0.8)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(problems);
        Chance(discordance, nameof(discordance));
        Chance(alpha, nameof(alpha));
        Chance(power, nameof(power));
        var tables = new Tables(problems, alpha);
        double low = 0, high = 1;
        if (Shown(high) < power)
            return null;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Shown(middle) < power ? (middle, high) : (low, middle);
        }
        return high;

        double Shown(double drop)
        {
            double differing = Math.Max(discordance, drop);
            return tables.Power((differing + drop) / 2, (differing - drop) / 2);
        }
    }

    private static void Chance(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, "A share lies between 0 and 1.");
    }

    /// <summary>The test's critical values, each worked out once.</summary>
    private sealed class Tables(int problems, double alpha)
    {
        // Beyond this many standard deviations there is no probability that a double could show.
        private const double Reach = 9;
        private readonly int?[] _critical = new int?[problems + 1];

        public double Power(double lost, double gained)
        {
            double differing = Math.Min(1, lost + gained);
            if (differing == 0)
                return 0;
            double mean = problems * differing, spread = Reach * Math.Sqrt(mean * (1 - differing)) + 1;
            int first = Math.Max(0, (int)(mean - spread)), last = Math.Min(problems, (int)(mean + spread) + 1);
            double power = 0;
            for (int discordant = first; discordant <= last; discordant++)
            {
                int critical = Critical(discordant);
                if (critical >= 0)
                    power += Binomial.PMF(differing, problems, discordant) * Binomial.CDF(gained / differing, discordant, critical);
            }
            return power;
        }

        /// <summary>The most gained problems with which the test still shows a drop; -1 where it never does.</summary>
        private int Critical(int discordant)
        {
            if (_critical[discordant] is { } known)
                return known;
            int first = Math.Max(0, (int)((discordant - (Reach * Math.Sqrt(discordant))) / 2));
            int critical = first - 1;
            double tail = 0;
            for (int gained = first; gained < discordant / 2.0; gained++)
            {
                tail += Binomial.PMF(0.5, discordant, gained);
                if (2 * tail > alpha)
                    break;
                critical = gained;
            }
            _critical[discordant] = critical;
            return critical;
        }
    }
}
