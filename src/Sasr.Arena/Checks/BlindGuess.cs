using System.Globalization;

namespace Sasr.Arena.Checks;

/// <summary>What the best answer that does not look at the question earns.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Right">On how many problems it is entirely right.</param>
internal sealed record BlindGuess(string Answer, Proportion Right)
{
    private const double Limit = 0.5;
    private const int FewestHits = 2;
    private const int CommonAnswers = 5;
    private const int OtherAnswers = 10;

    /// <summary>Tries the commonest answers, and some others where several answers may be right.</summary>
    public static async Task<BlindGuess> FindAsync(LevelSample sample, IReadOnlyList<JudgedProblem> fresh, Func<DrawnProblem, JudgedProblem> judge)
    {
        IGrouping<string, DrawnProblem>[] answers =
            [.. sample.Train.GroupBy(drawn => drawn.Answer, StringComparer.Ordinal).OrderByDescending(same => same.Count())];
        var best = new BlindGuess(answers[0].Key, new Proportion(answers[0].Count(), sample.Train.Count));
        IEnumerable<string> candidates = answers.Take(CommonAnswers).Concat(answers.Skip(CommonAnswers).Take(OtherAnswers)).Select(same => same.Key);
        foreach (string answer in candidates)
        {
            Proportion right = await TryAsync(fresh, answer);
            if (right.Hits < FewestHits || right.Share <= best.Right.Share)
                continue;
            // Of many candidates one does well by luck: it must do so again, on many more problems.
            right = await TryAsync([.. sample.Train.Select(judge)], answer);
            if (right.Share > best.Right.Share)
                best = new BlindGuess(answer, right);
        }
        return best;
    }

    public IEnumerable<Finding> Check(LevelSample sample)
    {
        if (Right.Low > Limit)
        {
            yield return Finding.At(CheckNames.BlindGuess, sample.Train[0], string.Create(CultureInfo.InvariantCulture,
                $"always answering '{Quote.Of(Answer, 40)}' is right on {Right.Share:P0} of the problems; ask for more, so that no guess is right on more than half"));
        }
    }

    private static async Task<Proportion> TryAsync(IReadOnlyList<JudgedProblem> problems, string answer)
    {
        double[] scores = await Task.WhenAll(problems.Select(problem => problem.AnswerAsync(answer)));
        return new Proportion(scores.Count(score => score >= 1 - 1e-9), scores.Length);
    }
}
