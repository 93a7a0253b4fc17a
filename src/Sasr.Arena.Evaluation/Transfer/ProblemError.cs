using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>
/// The standard error of a mean of paired differences that comes from the problems asked. Levels of tasks are strata; the
/// problems of one, drawn by themselves. Each stratum counts one problem more that was gained and one that was lost, as D. G.
/// Bonett and R. M. Price do (see <see cref="PairedDifference"/>): so it has a width also where no problem differs.
/// </summary>
internal static class ProblemError
{
    /// <summary>The error of the weighted sum of the parts' means; parts of one stratum share its problems.</summary>
    public static double Of(IEnumerable<WeightedDifferences> parts) => Math.Sqrt(parts
        .GroupBy(part => part.Stratum)
        .Sum(stratum =>
        {
            double weight = stratum.Sum(part => part.Weight), error = weight * OfStratum([.. stratum], weight);
            return error * error;
        }));

    private static double OfStratum(WeightedDifferences[] parts, double weight)
    {
        IEnumerable<double[]> problems = Enumerable.Range(0, parts[0].Differences.Count)
            .GroupBy(
                problem => parts[0].Questions[problem],
                problem => parts.Sum(part => part.Weight / weight * part.Differences[problem]))
            .Select(same => same.ToArray());
        return ClusteredError.Of([.. problems, [1], [-1]])!.Value;
    }
}

/// <summary>The differences on the problems of a stratum, with the weight of their mean.</summary>
/// <param name="Stratum">A level of a task.</param>
/// <param name="Weight">Above 0.</param>
/// <param name="Differences">A problem each, in [-1, 1].</param>
/// <param name="Questions">What each problem asks; the same question twice is no second problem.</param>
internal sealed record WeightedDifferences(TaskLevel Stratum, double Weight, IReadOnlyList<double> Differences, IReadOnlyList<string> Questions);
