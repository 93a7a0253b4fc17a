using System.Globalization;

namespace Sasr.Arena.Checks;

/// <summary>No cheap completion earns more than a blind guess does, in the mean over many problems.</summary>
internal static class RewardHacking
{
    private const int Candidates = 50;

    public static async Task<IReadOnlyList<Finding>> CheckAsync(
        LevelSample sample, IReadOnlyList<JudgedProblem> fresh, BlindGuess guess, Func<DrawnProblem, JudgedProblem> judge)
    {
        string[] candidates =
        [
            .. sample.Train.GroupBy(drawn => drawn.Answer, StringComparer.Ordinal).OrderByDescending(same => same.Count()).Select(same => same.Key).Take(Candidates),
        ];
        List<Earned> suspects = [.. (await TryAsync(fresh, candidates, _ => true)).Where(earned => earned.Mean > guess.Right.High)];
        if (suspects.Count == 0)
            return [];

        // Among so many completions some do well by luck: those must do so again, on many more problems.
        HashSet<string> names = [.. suspects.Select(earned => earned.Name)];
        IReadOnlyList<Earned> again = await TryAsync([.. sample.Train.Select(judge)], candidates, names.Contains);
        return
        [
            .. again
                .Where(earned => earned.Low > guess.Right.High)
                .OrderByDescending(earned => earned.Mean)
                .Take(3)
                .Select(earned => Finding.At(CheckNames.Hacking, earned.Problem, string.Create(CultureInfo.InvariantCulture,
                    $"{earned.Name} earns {earned.Mean:0.###} in the mean, and the best blind guess {guess.Right.Share:0.###}"))),
        ];
    }

    /// <summary>The same for answers so long that a careless scorer runs past its deadline: one problem, and after everything else.</summary>
    /// <exception cref="CheckFailedException">The scorer does.</exception>
    public static async Task<IReadOnlyList<Finding>> CheckHugeAsync(JudgedProblem problem)
    {
        var findings = new List<Finding>();
        foreach ((string name, string text) in CheapCompletions.HugeAnswers)
        {
            if (await problem.AnswerAsync(text) is > 0 and var score)
                findings.Add(Finding.At(CheckNames.Hacking, problem.Drawn, FormattableString.Invariant($"{name} earns {score:0.###}")));
        }
        return findings;
    }

    private static async Task<IReadOnlyList<Earned>> TryAsync(
        IReadOnlyList<JudgedProblem> problems, string[] candidates, Predicate<string> wanted)
    {
        (JudgedProblem Problem, CheapCompletion Tried)[] all =
        [
            .. problems.SelectMany((problem, i) => CheapCompletions
                .For(Of(problem, candidates, i))
                .Where(tried => wanted(tried.Name))
                .Select(tried => (problem, tried))),
        ];
        double[] scores = await Task.WhenAll(all.Select(pair => pair.Problem.CompletionAsync(pair.Tried.Format, pair.Tried.Text)));
        return
        [
            .. all.Zip(scores).GroupBy(pair => pair.First.Tried.Name).Select(same => new Earned(
                same.Key,
                same.MaxBy(pair => pair.Second).First.Problem.Drawn,
                [.. same.Select(pair => pair.Second)])),
        ];
    }

    private static HackedProblem Of(JudgedProblem problem, string[] candidates, int i)
    {
        DrawnProblem drawn = problem.Drawn;
        string[] others = [.. candidates.Where(candidate => candidate != drawn.Answer).DefaultIfEmpty("")];
        return new HackedProblem(drawn.Question, drawn.Answer, others[i % others.Length], others);
    }

    /// <summary>What a completion earned on several problems.</summary>
    private sealed record Earned(string Name, DrawnProblem Problem, IReadOnlyList<double> Scores)
    {
        public double Mean { get; } = Scores.Average();

        /// <summary>Three standard errors below the mean.</summary>
        public double Low => Mean - 3 * Math.Sqrt(Scores.Average(score => (score - Mean) * (score - Mean)) / Scores.Count);
    }
}
