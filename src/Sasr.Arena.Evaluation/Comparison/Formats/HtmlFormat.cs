using System.Globalization;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>
/// A comparison as one page that needs no network and no script: the verdict, the differences with their intervals, and every
/// flipped problem with both transcripts. The same comparison gives the same bytes.
/// </summary>
public static class HtmlFormat
{
    /// <summary>The page.</summary>
    public static string Render(EvaluationComparison comparison, GateVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(verdict);
        var html = new Markup();
        html.Add($"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>""");
        html.Add($"<title>{comparison.Head} against {comparison.Base} – Sasr.Arena</title><style>").AddVerbatim(PageAssets.Style).Add($"</style></head><body><main>");
        html.Add($"""<header><p class="kicker">Sasr.Arena · comparison</p><h1>{comparison.Head} against {comparison.Base}</h1></header>""");
        Verdict(html, comparison, verdict);
        Tiles(html, comparison);
        Section(html, "Differences", "head minus base, points of accuracy, 95 % intervals", DifferenceTable.Render(comparison));
        if (comparison.Flipped.Count > 0)
            Flipped(html, comparison.Flipped);
        return html.Add($"</main></body></html>\n").ToString();
    }

    private static void Verdict(Markup html, EvaluationComparison comparison, GateVerdict verdict)
    {
        string kind = verdict.Outcome switch { GateOutcome.Regression => "wrong", GateOutcome.Unscored => "unscored", _ => "right" };
        html.Add($"""<section class="card gate"><p class="head"><b class="{kind}">{verdict.Headline}</b></p>""");
        foreach (GateFinding finding in verdict.Findings)
            html.Add($"<p>{finding.Message}</p>");
        html.Add($"<p>{verdict.Resolution}</p>");
        foreach (string note in comparison.Notes)
            html.Add($"<p>{note}</p>");
        html.Add($"""<p class="note">{Method.Describe(comparison)}</p></section>""");
    }

    private static void Tiles(Markup html, EvaluationComparison comparison)
    {
        Difference overall = comparison.Overall;
        html.Add($"""<div class="tiles">""");
        Tile(html, $"{Figures.Percent(overall.BaseAccuracy)} %", "base", comparison.Base);
        Tile(html, $"{Figures.Percent(overall.HeadAccuracy)} %", "head", comparison.Head);
        Tile(html, Figures.Points(overall.Mean), "change, points", $"{Figures.Points(overall.Low)} to {Figures.Points(overall.High)}");
        Tile(html, $"{overall.Worse} / {overall.Better}", "worse / better", $"of {overall.Problems} problems");
        if (overall.LeftOut > 0)
            Tile(html, overall.LeftOut.ToString(CultureInfo.InvariantCulture), "left out", "pairs unscored on either side");
        html.Add($"</div>");
    }

    private static void Tile(Markup html, string value, string name, string detail) =>
        html.Add($"""<div class="tile"><span class="name">{name}</span><span class="value">{value}</span><span class="detail">{detail}</span></div>""");

    private static void Flipped(Markup html, IReadOnlyList<FlippedProblem> flips)
    {
        int worse = flips.Count(flip => flip.IsWorse);
        var list = new Markup();
        foreach (IGrouping<string, FlippedProblem> task in flips.GroupBy(flip => flip.Problem.Environment))
        {
            int lost = task.Count(flip => flip.IsWorse);
            list.Add($"""<details class="card flips"><summary><b>{task.Key}</b> <span class="note">{lost} worse, {task.Count() - lost} better</span></summary>""");
            foreach (FlippedProblem flip in task)
                Flip(list, flip);
            list.Add($"</details>");
        }
        Section(html, "Flipped problems", $"{worse} worse, {flips.Count - worse} better", list);
    }

    private static void Flip(Markup html, FlippedProblem flip)
    {
        PairedProblem problem = flip.Problem;
        string share = problem.Pairs > 1 ? $", {problem.BaseCorrect} → {problem.HeadCorrect} of {problem.Pairs} right" : "";
        string expected = flip.Base.Answer is { } answer ? $"expected: {answer}" : "";
        html.Add($"""<details class="flip"><summary><span class="{(flip.IsWorse ? "wrong" : "right")}">{(flip.IsWorse ? "worse" : "better")}</span> """);
        html.Add($"""level {problem.Level}, problem {problem.Index}{share} <span class="note">{expected}</span></summary>""");
        html.Add($"""<pre class="observation">{flip.Base.Question}</pre><div class="grid2">""");
        Episode(html, "base", flip.Base);
        Episode(html, "head", flip.Head);
        html.Add($"</div></details>");
    }

    private static void Episode(Markup html, string side, EpisodeRecord episode)
    {
        html.Add($"""<article class="episode"><p class="head"><b>{side}</b><span class="verdict {(episode.Correct ? "right" : "wrong")}">{(episode.Correct ? "right" : "wrong")}</span></p>""");
        foreach ((int i, TurnRecord turn) in episode.Turns.Index())
        {
            if (i > 0)
                html.Add($"""<pre class="observation">{turn.Observation}</pre>""");
            html.Add($"""<pre class="action">{turn.Action}</pre>""");
        }
        html.Add($"""<p class="outcome">{episode.Outcome}</p></article>""");
    }

    private static void Section(Markup html, string title, string note, Markup content) =>
        html.Add($"""<section><h2>{title} <span class="note">{note}</span></h2>{content}</section>""");
}
