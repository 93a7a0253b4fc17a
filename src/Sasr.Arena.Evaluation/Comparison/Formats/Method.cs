namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>How a comparison was made, in words.</summary>
public static class Method
{
    /// <summary>What was compared, and by which tests.</summary>
    public static string Describe(EvaluationComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        string suite = comparison.Suite is { } name ? $"suite {name}, " : "";
        string test = comparison.Samples == 1
            ? "one sample a problem, McNemar's exact test"
            : $"{comparison.Samples} samples a problem, paired bootstrap over problems";
        return $"{comparison.Head} against {comparison.Base}: {suite}{comparison.Split.ToString().ToLowerInvariant()} split, seed {comparison.Seed}, {test}.";
    }
}
