using System.Globalization;
using System.Text.RegularExpressions;

namespace Sasr.Arena.Checks;

/// <summary>Whether a fixed place of the question gives the answer away: its k-th word, its last line, its largest number.</summary>
internal static partial class VisibleAnswer
{
    private const int Places = 40;

    // To pick one of three things that the question lists is right a third of the time, and no fault of the task.
    private const double FairPick = 1.0 / 3;
    private const double Margin = 0.1;

    private static readonly char[] Punctuation = [.. ",.;:!?()[]{}\"'`<>"];

    public static IEnumerable<Finding> Check(LevelSample sample, BlindGuess guess)
    {
        var hits = new Dictionary<string, int>();
        foreach (DrawnProblem drawn in sample.Train)
        {
            string answer = Bare(drawn.Answer);
            foreach ((string place, string text) in Read(drawn.Question))
            {
                if (Bare(text) == answer)
                    hits[place] = hits.GetValueOrDefault(place) + 1;
            }
        }
        double limit = Math.Max(guess.Right.Share, FairPick) + Margin;
        foreach ((string place, int count) in hits.OrderByDescending(hit => hit.Value).Take(1))
        {
            var share = new Proportion(count, sample.Train.Count);
            if (share.Low > limit)
            {
                yield return Finding.At(CheckNames.VisibleAnswer, sample.Train[0], string.Create(CultureInfo.InvariantCulture,
                    $"the answer is {place} of the question on {share.Share:P0} of the problems: it can be read without being worked out"));
            }
        }
    }

    /// <summary>What stands at each of the places.</summary>
    internal static IEnumerable<(string Place, string Text)> Read(string question)
    {
        string[] words = question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < Math.Min(Places, words.Length); i++)
        {
            yield return ($"word {i + 1}", words[i]);
            yield return (i == 0 ? "the last word" : $"word {i + 1} from the end", words[^(i + 1)]);
        }
        if (words.Length > 0)
            yield return ("the longest word", words.MaxBy(word => word.Length)!);

        string[] lines = question.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > 1)
        {
            yield return ("the first line", lines[0]);
            yield return ("the last line", lines[^1]);
        }
        MatchCollection quoted = Quoted().Matches(question);
        if (quoted.Count > 0)
        {
            yield return ("the first quotation", quoted[0].Groups[1].Value);
            yield return ("the last quotation", quoted[^1].Groups[1].Value);
        }
        string[] numbers = [.. Number().Matches(question).Select(match => match.Value)];
        for (int i = 0; i < Math.Min(Places, numbers.Length); i++)
        {
            yield return ($"number {i + 1}", numbers[i]);
            yield return (i == 0 ? "the last number" : $"number {i + 1} from the end", numbers[^(i + 1)]);
        }
        if (numbers.Length > 1)
        {
            yield return ("the largest number", numbers.MaxBy(Value)!);
            yield return ("the smallest number", numbers.MinBy(Value)!);
        }
    }

    private static double Value(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static string Bare(string text) => Wording.Squeeze(text).Trim(Punctuation);

    [GeneratedRegex(@"(?<![0-9.])-?[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex("[\"'`]([^\"'`\n]+)[\"'`]")]
    private static partial Regex Quoted();
}
