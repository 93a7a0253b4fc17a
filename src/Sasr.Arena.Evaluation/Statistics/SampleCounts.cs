namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>What counts of a problem's samples must satisfy.</summary>
internal static class SampleCounts
{
    public static void Check(int samples, int correct, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, samples);
    }
}
