using System.Globalization;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>How a comparison was made, in words.</summary>
public static class Method
{
    /// <summary>What was compared, by which tests, and when they count as showing something.</summary>
    public static string Describe(EvaluationComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        string suite = comparison.Suite is { } name ? $"suite {name}, " : "";
        string test = comparison.Samples == 1
            ? "one sample a problem, McNemar's exact test"
            : $"{comparison.Samples} samples a problem, paired bootstrap over problems";
        return $"{comparison.Head} against {comparison.Base}: {suite}{comparison.Split.ToString().ToLowerInvariant()} split, seed {comparison.Seed}, {test}. "
            + string.Create(CultureInfo.InvariantCulture, $"A difference is shown where p is at most {comparison.Level}; the tasks' are adjusted by Holm's procedure.");
    }
}
