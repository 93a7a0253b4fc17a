namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// pass^k: the chance that all of k samples of a problem are right, which measures reliability. The unbiased estimate
/// C(c, k) / C(n, k) from n ≥ k samples of Yao et al., "τ-bench: A Benchmark for Tool-Agent-User Interaction in Real-World
/// Domains" (2024).
/// </summary>
public static class PassHatK
{
    /// <summary>The estimate for one problem, in [0, 1]; that of a suite is the mean over its problems.</summary>
    /// <param name="samples">Samples of the problem, n.</param>
    /// <param name="correct">Those that were right, c.</param>
    /// <param name="k">Tries that must all succeed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, c or k is more than n, or k is below 1.</exception>
    public static double Of(int samples, int correct, int k)
    {
        SampleCounts.Check(samples, correct, k);
        double allRight = 1;
        for (int i = 0; i < k && allRight > 0; i++)
            allRight *= (double)(correct - i) / (samples - i);
        return allRight;
    }
}
