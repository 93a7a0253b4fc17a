namespace Sasr.Arena.Evaluation.Comparison.Gates;

/// <summary>Decides whether a comparison shows a regression.</summary>
public static class Gate
{
    /// <summary>
    /// The verdict. Where there is no difference, it is a regression by chance with a probability of about half of alpha: alpha is
    /// shared by the test over all problems and those of the tasks, and of what luck shows only the drops count.
    /// </summary>
    /// <param name="comparison">Made with the rules' alpha.</param>
    /// <param name="rules">When it is a regression.</param>
    public static GateVerdict Judge(EvaluationComparison comparison, GateRules rules)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(rules);
        string resolution = Resolution(comparison, rules);
        GateFinding[] unscored = [.. Unscored(comparison, rules)];
        if (unscored.Length > 0)
            return new GateVerdict(GateOutcome.Unscored, unscored, resolution);
        GateFinding[] drops = [.. Drops(comparison, rules)];
        return new GateVerdict(drops.Length > 0 ? GateOutcome.Regression : GateOutcome.NoRegressionShown, drops, resolution);
    }

    private static IEnumerable<GateFinding> Unscored(EvaluationComparison comparison, GateRules rules)
    {
        int pairs = comparison.Overall.Pairs + comparison.Overall.LeftOut;
        if (pairs == 0)
            yield return new GateFinding(null, "There is no problem in these results.");
        else if (comparison.Overall.LeftOut > rules.MaxUnscored * pairs)
        {
            yield return new GateFinding(null,
                $"{comparison.Overall.LeftOut} of {pairs} pairs are unscored on either side, more than {Figures.Percent(rules.MaxUnscored)} %.");
        }
        foreach (TaskDifference task in comparison.Tasks.Where(task => task.Total is { Pairs: 0, LeftOut: > 0 }))
            yield return new GateFinding(task.Environment, $"All {task.Total.LeftOut} pairs of {task.Environment} are unscored on either side.");
    }

    private static IEnumerable<GateFinding> Drops(EvaluationComparison comparison, GateRules rules)
    {
        if (IsShown(comparison.Overall, comparison.Overall.PValue, comparison.Level, rules.MaxDrop))
            yield return new GateFinding(null, $"Over all tasks {Fell(comparison.Overall)}, p {Figures.P(comparison.Overall.PValue)}.");
        if (comparison.Overall.HeadAccuracy < rules.MinAccuracy)
        {
            yield return new GateFinding(null,
                $"The accuracy over all tasks is {Figures.Percent(comparison.Overall.HeadAccuracy)} %, below min_accuracy, {Figures.Percent(rules.MinAccuracy)} %.");
        }
        foreach (TaskDifference task in comparison.Tasks)
        {
            if (IsShown(task.Total, task.AdjustedPValue, comparison.Level, rules.MaxDropOf(task.Environment)))
            {
                yield return new GateFinding(task.Environment,
                    $"In {task.Environment} {Fell(task.Total)}, p {Figures.P(task.AdjustedPValue)} after Holm's adjustment over {comparison.Tasks.Count} tasks.");
            }
        }
    }

    private static bool IsShown(Difference difference, double p, double level, double accepted) =>
        p <= level && -difference.Mean > accepted;

    private static string Fell(Difference difference) =>
        $"the accuracy fell by {Figures.Percent(-difference.Mean)} points [{Figures.Points(difference.Low)}, {Figures.Points(difference.High)}]";

    private static string Resolution(EvaluationComparison comparison, GateRules rules)
    {
        Difference overall = comparison.Overall;
        string accepted = rules.MaxDrop > 0 ? $" Drops of up to {Figures.Percent(rules.MaxDrop)} points over all tasks are accepted." : "";
        string problems = overall.Problems == 1 ? "1 problem" : $"{overall.Problems} problems";
        return overall.SmallestDrop is { } drop
            ? $"With {problems} a drop of {Figures.Percent(drop)} points or more over all tasks would have been shown "
                + $"with a probability of at least {Figures.Percent(Difference.Power, 0)} %; a smaller one may have gone unseen.{accepted}"
            : $"With {problems} no drop at all could have been shown.{accepted}";
    }
}
