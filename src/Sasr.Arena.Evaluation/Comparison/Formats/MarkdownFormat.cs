using System.Globalization;
using System.Net;
using System.Text;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>A comparison as GitHub's Markdown, for a step summary or a comment on a pull request.</summary>
public static class MarkdownFormat
{
    /// <summary>The most characters that it has; GitHub takes 65,536 in a comment.</summary>
    public const int MaxLength = 60_000;

    private const int Flips = 10, FlipText = 600;

    /// <summary>The text.</summary>
    public static string Render(EvaluationComparison comparison, GateVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(verdict);
        string mark = verdict.Outcome switch { GateOutcome.Regression => "❌", GateOutcome.Unscored => "⚠️", _ => "✅" };
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {mark} {verdict.Headline}\n\n");
        foreach (GateFinding finding in verdict.Findings)
            text.Append(CultureInfo.InvariantCulture, $"- {finding.Message}\n");
        text.Append(CultureInfo.InvariantCulture, $"{(verdict.Findings.Count > 0 ? "\n" : "")}{verdict.Resolution}\n\n");
        foreach (string note in comparison.Notes)
            text.Append(CultureInfo.InvariantCulture, $"> {note}\n\n");
        // What is more exact is left out first where the whole is too long.
        foreach (string section in new[] { Tasks(comparison), Footer(comparison), Levels(comparison), Flipped(comparison) })
        {
            if (text.Length + section.Length <= MaxLength)
                text.Append(section);
        }
        return text.ToString();
    }

    private static string Tasks(EvaluationComparison comparison)
    {
        var table = new StringBuilder("| task | problems | base | head | change, points [95 %] | p (Holm) |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        Row(table, "**all**", comparison.Overall, comparison.Overall.PValue);
        foreach (TaskDifference task in comparison.Tasks)
            Row(table, task.Environment, task.Total, task.AdjustedPValue);
        return table.Append('\n').ToString();
    }

    private static string Levels(EvaluationComparison comparison)
    {
        var table = new StringBuilder("<details><summary>By level</summary>\n\n| task | problems | base | head | change, points [95 %] |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (TaskDifference task in comparison.Tasks)
        {
            foreach (LevelDifference level in task.Levels)
                Row(table, $"{task.Environment} level {level.Level}", level.Difference, null);
        }
        return table.Append("\n</details>\n\n").ToString();
    }

    private static void Row(StringBuilder table, string name, Difference difference, double? p)
    {
        table.Append(CultureInfo.InvariantCulture,
            $"| {name} | {difference.Problems} | {Figures.Percentage(difference.BaseAccuracy)} | {Figures.Percentage(difference.HeadAccuracy)} | {Figures.WithInterval(difference)} |");
        table.Append(p is { } value ? $" {Figures.PValue(value).Replace("<", "&lt;", StringComparison.Ordinal)} |\n" : "\n");
    }

    private static string Flipped(EvaluationComparison comparison)
    {
        if (comparison.Flipped.Count == 0)
            return "";
        var text = new StringBuilder();
        int worse = comparison.Flipped.Count(flip => flip.IsWorse);
        text.Append(CultureInfo.InvariantCulture,
            $"<details><summary>Flipped: {worse} worse, {comparison.Flipped.Count - worse} better{(comparison.Flipped.Count > Flips ? $"; the first {Flips}" : "")}</summary>\n\n");
        foreach (FlippedProblem flip in comparison.Flipped.Take(Flips))
        {
            PairedProblem problem = flip.Problem;
            text.Append(CultureInfo.InvariantCulture, $"**{problem.Environment} level {problem.Level} problem {problem.Index}**: {(flip.IsWorse ? "worse" : "better")}");
            text.Append(problem.Pairs > 1 ? $" ({problem.BaseCorrect} → {problem.HeadCorrect} of {problem.Pairs} right)\n\n" : "\n\n");
            Fenced(text, flip.Base.Question);
            Episode(text, "base", flip.Base);
            Episode(text, "head", flip.Head);
        }
        return text.Append("</details>\n\n").ToString();
    }

    private static void Episode(StringBuilder text, string side, EpisodeRecord episode)
    {
        text.Append(CultureInfo.InvariantCulture, $"{side}, {(episode.Correct ? "right" : "wrong")}:\n\n");
        Fenced(text, string.Join('\n', episode.Turns.SelectMany((turn, i) => i == 0 ? [turn.Action] : new[] { $"> {turn.Observation}", turn.Action })));
    }

    /// <summary>A block of code with a fence that its text cannot end.</summary>
    private static void Fenced(StringBuilder text, string content)
    {
        string shown = content.Length <= FlipText ? content : $"{content[..FlipText]}…";
        int longest = 0, run = 0;
        foreach (char c in shown)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        string fence = new('`', Math.Max(3, longest + 1));
        text.Append(CultureInfo.InvariantCulture, $"{fence}text\n{shown.ReplaceLineEndings("\n")}\n{fence}\n\n");
    }

    private static string Footer(EvaluationComparison comparison)
    {
        string unscored = comparison.Overall.LeftOut > 0 ? $" {Figures.LeftOut(comparison.Overall)}" : "";
        return $"<sub>{WebUtility.HtmlEncode(Method.Describe(comparison))}{unscored}</sub>\n\n";
    }
}
