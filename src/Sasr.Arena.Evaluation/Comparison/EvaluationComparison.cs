using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Statistics;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Comparison;

/// <summary>
/// Two evaluations of the same problems, paired by environment, level, index and sample: the difference over all problems, by
/// task and by level, and the problems that flipped. The same results give the same bits.
/// </summary>
public sealed record EvaluationComparison
{
    /// <summary>The two-sided level of all tests together where nothing else is said.</summary>
    public const double DefaultAlpha = 0.05;

    /// <summary>The base's agent.</summary>
    public required string Base { get; init; }

    /// <summary>The head's agent.</summary>
    public required string Head { get; init; }

    /// <summary>Name of the suite; null where the plan was put together by hand.</summary>
    public string? Suite { get; init; }

    /// <summary>The split of the problems.</summary>
    public Split Split { get; init; }

    /// <summary>The seed of the problems.</summary>
    public ulong Seed { get; init; }

    /// <summary>Samples of every problem.</summary>
    public required int Samples { get; init; }

    /// <summary>The two-sided level of all tests together.</summary>
    public required double Alpha { get; init; }

    /// <summary>
    /// The p-value up to which a difference counts as shown, over all problems and, adjusted by Holm's procedure, in a task: half
    /// of <see cref="Alpha"/> for each of the two, so that together they keep to it. One task needs no halves.
    /// </summary>
    public double Level => LevelOf(Alpha, Tasks.Count);

    /// <summary>All problems together.</summary>
    public required Difference Overall { get; init; }

    /// <summary>By task, in the order of the results.</summary>
    public required IReadOnlyList<TaskDifference> Tasks { get; init; }

    /// <summary>Problems on which the agents differ: those on which the head does worse first, the largest differences first.</summary>
    public IReadOnlyList<FlippedProblem> Flipped { get; init; } = [];

    /// <summary>What a reader must know before the figures are believed.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Compares two results.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="head">What may have become better or worse.</param>
    /// <param name="alpha">The two-sided level of all tests together.</param>
    /// <exception cref="InputException">They are not of the same problems.</exception>
    public static EvaluationComparison Of(EvaluationResult baseline, EvaluationResult head, double alpha = DefaultAlpha)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(head);
        Comparability.Check(baseline, head);
        IReadOnlyList<EpisodePairs> all = EpisodePairs.Of(baseline, head), pairs = EpisodePairs.Distinct(all);
        PairedProblem[] problems = [.. pairs.Select(pair => pair.Problem)];
        IReadOnlyList<TaskDifference> tasks = ByTask(problems, [.. baseline.Environments.Select(task => task.Environment)], baseline.Samples, alpha);
        return new EvaluationComparison
        {
            Base = baseline.Agent,
            Head = head.Agent,
            Suite = baseline.Suite,
            Split = baseline.Split,
            Seed = baseline.Seed,
            Samples = baseline.Samples,
            Alpha = alpha,
            Overall = Difference.Of(problems, baseline.Samples, "all", LevelOf(alpha, tasks.Count)),
            Tasks = tasks,
            Flipped =
            [
                .. pairs.Select(pair => pair.Flip()).OfType<FlippedProblem>()
                    .OrderBy(flip => !flip.IsWorse).ThenByDescending(flip => Math.Abs(flip.Problem.Difference)),
            ],
            Notes = [.. Remarks(baseline, head, all.Count - pairs.Count)],
        };
    }

    private static IEnumerable<string> Remarks(EvaluationResult baseline, EvaluationResult head, int repeated)
    {
        if (baseline.Decoding != head.Decoding)
            yield return "The two were decoded differently; the difference may come from that.";
        if (repeated > 0)
            yield return $"Each question counts once: {repeated} that a level asks again {(repeated == 1 ? "is" : "are")} left out.";
    }

    private static double LevelOf(double alpha, int tasks) => tasks == 1 ? alpha : alpha / 2;

    private static IReadOnlyList<TaskDifference> ByTask(PairedProblem[] problems, string[] ids, int samples, double alpha)
    {
        ILookup<string, PairedProblem> byTask = problems.ToLookup(problem => problem.Environment);
        Difference[] totals = [.. ids.Select(id => Difference.Of([.. byTask[id]], samples, id, LevelOf(alpha, ids.Length) / ids.Length))];
        IReadOnlyList<double> adjusted = HolmAdjustment.Of([.. totals.Select(total => total.PValue)]);
        return
        [
            .. ids.Select((id, i) => new TaskDifference(
                id, totals[i], adjusted[i],
                [
                    .. byTask[id].GroupBy(problem => problem.Level).OrderBy(level => level.Key)
                        .Select(level => new LevelDifference(level.Key, Difference.Of([.. level], samples, $"{id} level {level.Key}", alpha))),
                ])),
        ];
    }
}
