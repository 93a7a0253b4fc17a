using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Checks;

/// <summary>How long the texts of drawn problems are, in characters.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Max">The longest.</param>
public readonly record struct TextLength(double Mean, int Max)
{
    internal static TextLength Of(IReadOnlyList<Problem> problems, Func<Problem, string> text) =>
        new(problems.Average(problem => text(problem).Length), problems.Max(problem => text(problem).Length));
}

/// <summary>What the problems of a task, or of one of its levels, are like.</summary>
/// <param name="Task">Id of the task.</param>
/// <param name="Level">The level; null for all levels together.</param>
/// <param name="Problems">Train problems drawn.</param>
/// <param name="Question">Length of the questions.</param>
/// <param name="Solution">Length of the worked solutions.</param>
/// <param name="Answer">Length of the answers.</param>
/// <param name="AnswerBits">Entropy of the answers drawn, in bits; at most the logarithm of their number.</param>
/// <param name="CommonestAnswer">The answer drawn most often.</param>
/// <param name="CommonestShare">Its share of the problems; of all levels together, the largest share in any of them.</param>
/// <param name="DistinctQuestions">Different questions among those drawn.</param>
/// <param name="Space">Estimate of how many different questions there are in all splits (see <see cref="SpaceSize"/>); of all levels together, of the smallest.</param>
/// <param name="SpaceIsBound">Whether that is only a lower bound.</param>
public sealed record TaskStatistics(
    string Task,
    int? Level,
    int Problems,
    TextLength Question,
    TextLength Solution,
    TextLength Answer,
    double AnswerBits,
    string CommonestAnswer,
    double CommonestShare,
    int DistinctQuestions,
    double Space,
    bool SpaceIsBound)
{
    /// <summary>Share of the commonest answer above which guessing pays.</summary>
    public const double HighShare = 0.25;

    /// <summary>Draws problems and measures them: the first result is of all levels, the others of each.</summary>
    /// <exception cref="InputException">A level cannot be drawn from.</exception>
    /// <exception cref="InfrastructureException">The task's script failed.</exception>
    public static async Task<IReadOnlyList<TaskStatistics>> MeasureAsync(ReasoningTask task, int problemsPerLevel, ulong seed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var levels = new List<TaskStatistics>();
        var all = new List<Problem>();
        for (int level = 1; level <= task.Info.Levels; level++)
        {
            IReadOnlyList<Problem> drawn = await task.GenerateAsync(new ProblemRequest(Split.Train, level, problemsPerLevel, seed), ct);
            levels.Add(Of(task.Info.Id, level, drawn));
            all.AddRange(drawn);
        }
        TaskStatistics worst = levels.MaxBy(level => level.CommonestShare)!, smallest = levels.MinBy(level => level.Space)!;
        return
        [
            Of(task.Info.Id, null, all) with
            {
                CommonestAnswer = worst.CommonestAnswer,
                CommonestShare = worst.CommonestShare,
                Space = smallest.Space,
                SpaceIsBound = smallest.SpaceIsBound,
            },
            .. levels,
        ];
    }

    private static TaskStatistics Of(string id, int? level, IReadOnlyList<Problem> drawn)
    {
        IGrouping<string, Problem>[] answers =
            [.. drawn.GroupBy(problem => problem.Answer, StringComparer.Ordinal).OrderByDescending(same => same.Count())];
        SpaceSize space = SpaceSize.Of([.. drawn.Select(problem => problem.Question)]);
        return new TaskStatistics(
            id,
            level,
            drawn.Count,
            TextLength.Of(drawn, problem => problem.Question),
            TextLength.Of(drawn, problem => problem.Solution),
            TextLength.Of(drawn, problem => problem.Answer),
            answers.Select(same => (double)same.Count() / drawn.Count).Sum(share => -share * Math.Log2(share)),
            answers[0].Key,
            (double)answers[0].Count() / drawn.Count,
            space.Distinct,
            space.Estimate,
            space.IsBound);
    }
}
