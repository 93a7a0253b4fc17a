namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>The charts of what a run measured step by step: one for each thing that it did measure.</summary>
internal static class RunCurves
{
    private const string ValidationPrefix = "validation/", AccuracySuffix = "/accuracy";
    private const string CurriculumPrefix = "curriculum/", LevelSuffix = "/level";

    // An SFT step may measure these too; they are shown where they are about the rollouts.
    private static readonly string[] GrpoOnly = ["grad_norm", "entropy"];

    private static readonly (string Title, string Unit, bool Share, (string Metric, string Name, bool Noisy)[] Series)[] Charts =
    [
        ("Reward", "mean over the rollouts of a GRPO step", true, [("reward", "reward", true), ("frac_reward_zero_std", "groups without spread", true)]),
        ("Loss on worked solutions", "nats a token", false, [("sft/loss", "batch", true), ("schedule/divergence", "held out", false)]),
        ("Gradient norm", "before clipping", false, [("sft/grad_norm", "SFT", true), ("grad_norm", "GRPO", true)]),
        ("Entropy of the rollouts", "nats a token", false, [("entropy", "entropy", true)]),
        ("Completion length", "tokens", false, [("completions/mean_length", "mean", true)]),
        ("KL to the reference", "nats a token", false, [("kl", "KL", true)]),
    ];

    public static IEnumerable<LineChart> Of(IReadOnlyList<MetricsRow> metrics)
    {
        (string Title, string Unit, bool Share, IEnumerable<Series> Series)[] all =
        [
            ("Accuracy on validation problems", "greedy", true, ByTask(metrics, ValidationPrefix, AccuracySuffix)),
            ("Curriculum", "highest open level", false, ByTask(metrics, CurriculumPrefix, LevelSuffix)),
            .. Charts.Select(chart => (chart.Title, chart.Unit, chart.Share, chart.Series.Select(line => Line(metrics, line.Metric, line.Name, line.Noisy)))),
        ];
        foreach ((string title, string unit, bool share, IEnumerable<Series> series) in all)
        {
            // What is 0 throughout was not measured: the KL of a run without a reference.
            Series[] measured = [.. series.Where(line => line.Points.Any(point => point.Value != 0))];
            if (measured.Length > 0)
                yield return new LineChart(title, unit, share, measured, metrics[^1].Step, WarmupEnd(metrics));
        }
    }

    /// <summary>The last step before the schedule first has a choice; null where it never has, or has from the beginning.</summary>
    public static int? WarmupEnd(IReadOnlyList<MetricsRow> metrics)
    {
        MetricsRow? first = metrics.FirstOrDefault(row => row.Values.TryGetValue("schedule/p_sft", out double p) && p < 1);
        return first is null || first.Step == metrics[0].Step ? null : first.Step - 1;
    }

    /// <summary>A metric that every task has one of, a line a task.</summary>
    private static IEnumerable<Series> ByTask(IReadOnlyList<MetricsRow> metrics, string prefix, string suffix) => metrics
        .SelectMany(row => row.Values.Keys)
        .Distinct()
        .Where(name => name.Length > prefix.Length + suffix.Length
            && name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => Line(metrics, name, name[prefix.Length..^suffix.Length], noisy: false));

    private static Series Line(IReadOnlyList<MetricsRow> metrics, string metric, string name, bool noisy) => new(
        name,
        [.. metrics.Where(row => row.Values.ContainsKey(metric) && !(row.IsSft && GrpoOnly.Contains(metric))).Select(row => ((double)row.Step, row.Values[metric]))],
        noisy);
}
