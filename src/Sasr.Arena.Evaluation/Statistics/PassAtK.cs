namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// pass@k: the chance that at least one of k samples of a problem is right. The unbiased estimate from n ≥ k samples of
/// Chen et al., "Evaluating Large Language Models Trained on Code" (2021), equation 1, 1 − C(n−c, k) / C(n, k), as the
/// product that stays accurate where the binomial coefficients do not fit a number.
/// </summary>
public static class PassAtK
{
    /// <summary>The estimate for one problem, in [0, 1]; that of a suite is the mean over its problems.</summary>
    /// <param name="samples">Samples of the problem, n.</param>
    /// <param name="correct">Those that were right, c.</param>
    /// <param name="k">Tries allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, c or k is more than n, or k is below 1.</exception>
    public static double Of(int samples, int correct, int k)
    {
        SampleCounts.Check(samples, correct, k);
        if (samples - correct < k)
            return 1;
        double allWrong = 1;
        for (int i = samples - correct + 1; i <= samples; i++)
            allWrong *= 1 - ((double)k / i);
        return 1 - allWrong;
    }
}
