using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Sasr.Arena.Checks;

/// <summary>Answers that are nearly right.</summary>
internal static partial class NearMisses
{
    // Rewards that compare with the one stored answer; under any other a changed answer may be right too.
    private static readonly string[] Comparing = ["exact", "numeric", "math-equivalence", "choice", "set", "ordered-list"];

    // Rewards under which another order is another answer.
    private static readonly string?[] Ordered = ["exact", "ordered-list", "choice"];

    // Rewards for numbers take what is so near for the same, where the answer is no whole number.
    private const double Tolerance = 2e-6;
    private const double ComparingShare = 0.02;
    private const double RuleShare = 1.0 / 3;

    public static async Task<IReadOnlyList<Finding>> CheckAsync(IReadOnlyList<JudgedProblem> problems)
    {
        string? reward = problems[0].Info.Reward;
        var findings = new List<Finding>();
        (JudgedProblem Problem, NearMiss Miss)[] all =
            [.. problems.SelectMany(problem => Of(problem.Drawn.Answer, reward).Select(miss => (problem, miss)))];
        double[] scores = await Task.WhenAll(all.Select(pair => pair.Problem.AnswerAsync(pair.Miss.Answer)));
        foreach (IGrouping<string, ((JudgedProblem Problem, NearMiss Miss) Tried, double Score)> kind in all.Zip(scores).GroupBy(pair => pair.First.Miss.Kind))
        {
            ((JudgedProblem Problem, NearMiss Miss) Tried, double Score)[] accepted = [.. kind.Where(pair => pair.Score > 0)];
            if (accepted.Length == 0 || (!kind.First().Tried.Miss.IsNeverRight && MayBeRight(reward, accepted.Length, kind.Count())))
                continue;
            (JudgedProblem problem, NearMiss miss) = accepted[0].Tried;
            findings.Add(Finding.At(CheckNames.NearMiss, problem.Drawn, string.Create(CultureInfo.InvariantCulture,
                $"{miss.Kind}: '{Quote.Of(miss.Answer)}' scores {accepted[0].Score:0.##} where '{Quote.Of(problem.Drawn.Answer)}' is right (so on {accepted.Length} of {kind.Count()} problems)")));
        }
        return findings;
    }

    // Under a rule a change may well leave an answer right: only what is surely too often is a finding.
    private static bool MayBeRight(string? reward, int accepted, int tried) => Comparing.Contains(reward)
        ? accepted <= ComparingShare * tried
        : new Proportion(accepted, tried).Low <= RuleShare;

    /// <summary>Answers that differ from the right one in little, but in more than a reward may overlook.</summary>
    internal static IEnumerable<NearMiss> Of(string answer, string? reward) =>
        All(answer, reward).Where(miss => miss.Answer != answer && !AreOneNumber(miss.Answer, answer));

    private static IEnumerable<NearMiss> All(string answer, string? reward)
    {
        Match digit = FirstNumber().Match(answer);
        if (digit.Success)
            yield return new("a digit changed", Replace(answer, digit.Index + digit.Length - 1));
        int last = answer.AsSpan().LastIndexOfAnyInRange('0', '9');
        if (last >= 0)
            yield return new("the last digit changed", Replace(answer, last));
        int letter = answer.AsSpan().LastIndexOfAnyInRange('a', 'z');
        if (last < 0 && letter >= 0)
            yield return new("a letter changed", Replace(answer, letter));
        if (WholeNumber().IsMatch(answer))
        {
            var value = BigInteger.Parse(answer, CultureInfo.InvariantCulture);
            yield return new("one too many", $"{value + 1}");
            yield return new("one too few", $"{value - 1}");
        }
        if (PlainNumber().IsMatch(answer) && answer.AsSpan().IndexOfAnyInRange('1', '9') >= 0)
            yield return new("the sign changed", answer[0] == '-' ? answer[1..] : $"-{answer}");
        if (Swap(answer) is { } swapped && Ordered.Contains(reward))
            yield return new("two words swapped", swapped);
        if (answer.Length > 1)
            yield return new("the last character missing", answer[..^1]);
        yield return new("a digit too many", $"{answer}1");

        yield return new("with a comment", $"{answer}, I think", IsNeverRight: true);
        yield return new("with a comment", $"{answer} because nothing else is possible", IsNeverRight: true);
        yield return new("with a comment", $"The answer is {answer}", IsNeverRight: true);
        yield return new("with a comment", $"{answer}\nThis is my final answer.", IsNeverRight: true);
        yield return new("in look-alike letters", FullWidth(answer));
        yield return new("with an invisible letter", answer.Insert(answer.Length / 2, "\u200b"));
        yield return new("with an invisible letter", $"\u202e{answer}");
    }

    private static bool AreOneNumber(string miss, string answer) =>
        answer.Contains('.', StringComparison.Ordinal)
        && double.TryParse(miss, NumberStyles.Float, CultureInfo.InvariantCulture, out double a)
        && double.TryParse(answer, NumberStyles.Float, CultureInfo.InvariantCulture, out double b)
        && Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(b));

    private static string Replace(string text, int at)
    {
        char other = text[at] switch { '9' => '1', 'z' => 'a', char c => (char)(c + 1) };
        return $"{text[..at]}{other}{text[(at + 1)..]}";
    }

    private static string? Swap(string answer)
    {
        MatchCollection words = Word().Matches(answer);
        if (words.Count < 2 || words[0].Value == words[^1].Value)
            return null;
        Match first = words[0], last = words[^1];
        return answer[..first.Index] + last.Value + answer[(first.Index + first.Length)..last.Index] + first.Value + answer[(last.Index + last.Length)..];
    }

    private static string FullWidth(string text) =>
        string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c - ' ' + '\uff00') : c));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex FirstNumber();

    [GeneratedRegex(@"^-?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^-?[0-9]+([./][0-9]+)?\z")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"[^\s,]+")]
    private static partial Regex Word();
}

/// <summary>An answer that is nearly right.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Answer">The answer.</param>
/// <param name="IsNeverRight">Whether no rule can make it right.</param>
internal sealed record NearMiss(string Kind, string Answer, bool IsNeverRight = false);
