using MathNet.Numerics.Distributions;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>
/// A gain in accuracy with its 95 % interval. Two things could have come out otherwise: the trainings, which the spread of
/// the replicates shows (Student's t), and the problems asked, which the paired problems show (normal). The half-widths of
/// the two are added as squares (G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures",
/// Statistics in Medicine 27, 2008). With one replicate the interval speaks of the problems alone.
/// </summary>
/// <param name="Mean">Mean of the replicates, in [-1, 1].</param>
/// <param name="Low">Lower end, in [-1, 1]; null where neither error is known.</param>
/// <param name="High">Upper end, in [-1, 1]; null where neither error is known.</param>
/// <param name="TrainingError">Standard error of the mean over the replicates; null where there is one.</param>
/// <param name="ProblemError">Standard error from the problems asked; null where it is not defined.</param>
/// <param name="Replicates">The gain in each replicate.</param>
public sealed record GainEstimate(
    double Mean, double? Low, double? High, double? TrainingError, double? ProblemError, IReadOnlyList<double> Replicates)
{
    private const double Tail = (1 + WilsonInterval.DefaultConfidence) / 2;

    /// <summary>The estimate from its replicates.</summary>
    /// <param name="replicates">At least one gain.</param>
    /// <param name="problemError">Of <see cref="Transfer.ProblemError"/>; null where it is not defined.</param>
    internal static GainEstimate Of(IReadOnlyList<double> replicates, double? problemError)
    {
        double mean = replicates.Average();
        double? trainingError = replicates.Count < 2 ? null : Math.Sqrt(
            replicates.Sum(gain => (gain - mean) * (gain - mean)) / (replicates.Count - 1) / replicates.Count);
        double trainings = trainingError is { } one ? one * StudentT.InvCDF(0, 1, replicates.Count - 1, Tail) : 0;
        double problems = problemError is { } other ? other * Normal.InvCDF(0, 1, Tail) : 0;
        double? half = trainingError is null && problemError is null ? null : Math.Sqrt((trainings * trainings) + (problems * problems));
        return new GainEstimate(
            Score.Rounded(mean),
            half is null ? null : Score.Rounded(Math.Max(-1, mean - half.Value)),
            half is null ? null : Score.Rounded(Math.Min(1, mean + half.Value)),
            trainingError is { } error ? Score.Rounded(error) : null,
            problemError is { } ofProblems ? Score.Rounded(ofProblems) : null,
            [.. replicates.Select(Score.Rounded)]);
    }
}
