namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// Holm's step-down adjustment of several tests' p-values (S. Holm, "A simple sequentially rejective multiple test
/// procedure", Scandinavian Journal of Statistics 6, 1979): comparing the adjusted values with alpha keeps the chance of even
/// one false finding at alpha, however the tests depend on one another.
/// </summary>
public static class HolmAdjustment
{
    /// <summary>The adjusted p-values, in the order of the given ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not in [0, 1].</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        if (pValues.Any(p => !(p is >= 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(pValues), "A p-value lies between 0 and 1.");
        double[] adjusted = new double[pValues.Count];
        int tests = pValues.Count;
        double largest = 0;
        foreach ((int rank, int test) in Enumerable.Range(0, tests).OrderBy(test => pValues[test]).Index())
        {
            largest = Math.Max(largest, Math.Min(1, (tests - rank) * pValues[test]));
            adjusted[test] = largest;
        }
        return adjusted;
    }
}
