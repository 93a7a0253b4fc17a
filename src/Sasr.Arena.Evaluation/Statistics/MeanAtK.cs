namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// mean@k (avg@k): the share of a problem's k samples that are right. It estimates pass@1 with less noise than one sample does.
/// </summary>
public static class MeanAtK
{
    /// <summary>The estimate for one problem, in [0, 1]; that of a suite is the mean over its problems.</summary>
    /// <param name="samples">Samples of the problem, k.</param>
    /// <param name="correct">Those that were right.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, there is no sample, or more are right than there are.</exception>
    public static double Of(int samples, int correct)
    {
        SampleCounts.Check(samples, correct, 1);
        return (double)correct / samples;
    }
}
