using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>Answers that no task may accept.</summary>
internal static class WrongAnswers
{
    /// <summary>The right answer with its last digit, letter or kind changed.</summary>
    public static string NearMiss(string answer)
    {
        int kind = Math.Max(answer.LastIndexOf("knight", StringComparison.Ordinal), answer.LastIndexOf("knave", StringComparison.Ordinal));
        if (kind >= 0)
            return answer[..kind] + (answer[kind..] == "knight" ? "knave" : "knight");
        int at = answer.AsSpan().LastIndexOfAnyInRange('0', '9');
        if (at < 0)
            at = answer.Length - 1;
        char other = answer[at] switch { '9' => '0', 'z' => 'a', char c => (char)(c + 1) };
        return $"{answer[..at]}{other}{answer[(at + 1)..]}";
    }

    public static IEnumerable<string> Adversarial(Problem problem, IEnumerable<string> candidates)
    {
        string answer = problem.Answer;
        string[] all = [.. candidates.Append(answer).Distinct()];
        yield return "";
        yield return " ";
        yield return NearMiss(answer);
        yield return problem.Question;
        yield return problem.Solution + "\n" + answer;
        yield return $"{answer} {answer}";
        yield return $"{answer}, {NearMiss(answer)}";
        yield return $"{NearMiss(answer)} or {answer}";
        yield return string.Join(' ', all);
        yield return string.Join(", ", all);
        yield return string.Join('\n', all);
        yield return $"The answer is {answer}";
        yield return $"{answer} apples";
        yield return new string('9', 10_000);
        yield return new string('a', 10_000);
        yield return new string('(', 10_000);
        yield return answer + new string(' ', 10_000) + "x";
        yield return string.Concat(Enumerable.Repeat(answer + " ", 10_000 / (answer.Length + 1)));
        yield return "NaN";
        yield return "Infinity";
        yield return "1e400";
        yield return "-1e-400";
        yield return "0/0";
        yield return "null";
        yield return "undefined";
        yield return "[object Object]";
        yield return "__proto__";
        yield return ".*";
        yield return "\u0000";
        yield return "\ud800";
        yield return FullWidth(answer);
        yield return answer.Insert(answer.Length / 2, "\u200b");
        yield return "\u202e" + answer;
    }

    private static string FullWidth(string text) =>
        string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c - ' ' + '\uff00') : c));
}
