using System.Globalization;
using System.Text.RegularExpressions;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Checks;

/// <summary>The texts of a problem: a question that states something, an answer, and a solution that leads to it.</summary>
internal static partial class Wording
{
    private static readonly string[] FormatMarks = ["<think>", "</think>", "<answer>", "</answer>", "####"];

    public static IEnumerable<Finding> Check(LevelSample sample)
    {
        // One finding a kind: what is wrong with one problem is wrong with most.
        return sample.All
            .SelectMany(drawn => Faults(drawn.Problem).Select(fault => (fault, drawn)))
            .DistinctBy(found => found.fault)
            .Select(found => Finding.At(CheckNames.Text, found.drawn, found.fault));
    }

    /// <summary>A text with single spaces between its words and none around it, in lower case.</summary>
    public static string Squeeze(string text) => Space().Replace(text, " ").Trim().ToLower(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Faults(Problem problem)
    {
        if (problem.Question.Count(char.IsLetterOrDigit) < 5)
            yield return "the question says nothing";
        if (string.IsNullOrWhiteSpace(problem.Answer))
            yield return "the answer is empty";
        else if (problem.Answer != problem.Answer.Trim())
            yield return "the answer begins or ends with white space, which no completion can give back";
        if (string.IsNullOrWhiteSpace(problem.Solution))
            yield return "the solution is empty";
        else if (Squeeze(problem.Solution) == Squeeze(problem.Answer))
            yield return "the solution is the answer alone, without steps";
        else if (!Mentions(Squeeze(problem.Solution), Squeeze(problem.Answer)))
            yield return "the solution does not show the answer";
        foreach (string mark in FormatMarks)
        {
            if (problem.Solution.Contains(mark, StringComparison.OrdinalIgnoreCase))
                yield return $"the solution contains {mark}, which belongs to the answer formats";
            if (problem.Answer.Contains(mark, StringComparison.OrdinalIgnoreCase))
                yield return $"the answer contains {mark}, which belongs to the answer formats";
        }
    }

    // The answer itself, or all of its words: a solution may sort them into another order than it shows them in.
    private static bool Mentions(string solution, string answer) =>
        solution.Contains(answer, StringComparison.Ordinal)
        || answer.Split(' ').All(word => solution.Contains(word, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
