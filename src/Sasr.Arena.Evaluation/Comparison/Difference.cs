using Sasr.Arena.Evaluation.Statistics;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Comparison;

/// <summary>
/// How far the head's accuracy is from the base's over a number of problems, each of which counts once. One sample a problem
/// is tested by McNemar's exact test, several by the paired bootstrap over problems.
/// </summary>
public sealed record Difference
{
    /// <summary>The chance with which <see cref="SmallestDrop"/> would have been shown.</summary>
    public const double Power = 0.8;

    /// <summary>Problems with at least one pair.</summary>
    public required int Problems { get; init; }

    /// <summary>Pairs of samples.</summary>
    public required int Pairs { get; init; }

    /// <summary>Pairs that are unscored on either side, and in no figure.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The base's accuracy; null where there is no pair.</summary>
    public double? BaseAccuracy { get; init; }

    /// <summary>The head's accuracy; null where there is no pair.</summary>
    public double? HeadAccuracy { get; init; }

    /// <summary>Head minus base, in [-1, 1]; null where there is no pair.</summary>
    public double? Mean { get; init; }

    /// <summary>Lower end of the difference's 95 % interval.</summary>
    public double Low { get; init; } = -1;

    /// <summary>Upper end of the difference's 95 % interval.</summary>
    public double High { get; init; } = 1;

    /// <summary>Two-sided p-value of no difference; 1 where there is no pair.</summary>
    public double PValue { get; init; } = 1;

    /// <summary>Problems on which the head did worse.</summary>
    public int Worse { get; init; }

    /// <summary>Problems on which the head did better.</summary>
    public int Better { get; init; }

    /// <summary>
    /// The smallest drop that the test would have shown with a chance of <see cref="Power"/>, given how many problems differ;
    /// null where so few problems can show none.
    /// </summary>
    public double? SmallestDrop { get; init; }

    /// <summary>Compares the problems.</summary>
    /// <param name="problems">In a fixed order: it decides the bits of the bootstrap.</param>
    /// <param name="samples">Samples of every problem, as planned.</param>
    /// <param name="name">What is compared; seeds the bootstrap.</param>
    /// <param name="alpha">The two-sided level of <see cref="SmallestDrop"/>.</param>
    public static Difference Of(IReadOnlyCollection<PairedProblem> problems, int samples, string name, double alpha)
    {
        ArgumentNullException.ThrowIfNull(problems);
        PairedProblem[] scored = [.. problems.Where(problem => problem.Pairs > 0)];
        var counts = new Difference
        {
            Problems = scored.Length,
            Pairs = scored.Sum(problem => problem.Pairs),
            LeftOut = problems.Sum(problem => problem.LeftOut),
            Worse = scored.Count(problem => problem.HeadCorrect < problem.BaseCorrect),
            Better = scored.Count(problem => problem.HeadCorrect > problem.BaseCorrect),
        };
        if (scored.Length == 0)
            return counts;
        Difference means = counts with
        {
            BaseAccuracy = scored.Average(problem => problem.BaseAccuracy),
            HeadAccuracy = scored.Average(problem => problem.HeadAccuracy),
            Mean = scored.Average(problem => problem.Difference),
        };
        return samples == 1 ? OneSample(means, alpha) : Several(means, [.. scored.Select(problem => problem.Difference)], name, alpha);
    }

    private static Difference OneSample(Difference counts, double alpha)
    {
        PairedDifference interval = PairedDifference.Of(counts.Problems, counts.Worse, counts.Better);
        return counts with
        {
            Low = interval.Low,
            High = interval.High,
            PValue = McNemarTest.Of(counts.Worse, counts.Better).PValue,
            SmallestDrop = McNemarPower.SmallestDrop(counts.Problems, (double)(counts.Worse + counts.Better) / counts.Problems, alpha, Power),
        };
    }

    private static Difference Several(Difference counts, double[] differences, string name, double alpha)
    {
        var bootstrap = PairedBootstrap.Of(differences, Seeds.Derive("comparison", name));
        double? error = ClusteredError.Of([.. differences.Select(difference => new[] { difference })]);
        // What differs by luck alone cannot be judged from problems that hardly differ: as many have to as for one sample.
        double? fewest = McNemarPower.SmallestDrop(differences.Length, 0, alpha, Power);
        return counts with
        {
            Low = bootstrap.Low,
            High = bootstrap.High,
            PValue = bootstrap.PValue,
            SmallestDrop = error is null || fewest is null
                ? null
                : Math.Max(fewest.Value, DetectableDifference.OfStandardError(error.Value, alpha, Power)),
        };
    }
}
