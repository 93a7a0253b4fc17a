using System.Globalization;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Accuracy by environment and level, of the first evaluation beside the last, with intervals in figures and drawn.</summary>
internal static class AccuracyTable
{
    private const double Width = 220, Height = 30, Pad = 6;

    public static Markup Render(IReadOnlyList<LabelledEvaluation> evaluations)
    {
        LabelledEvaluation after = evaluations[^1];
        LabelledEvaluation? before = evaluations.Count > 1 ? evaluations[0] : null;
        var html = new Markup();
        html.Add($"""<div class="scroll"><table><thead><tr><th>task</th><th class="num">n</th>""");
        if (before is not null)
            html.Add($"""<th class="num">{before.Label}</th>""");
        html.Add($"""<th class="num">{after.Label}</th>""");
        if (before is not null)
            html.Add($"""<th class="num">change</th>""");
        html.Add($"""<th class="plot">0 – 100 %, 95 % intervals</th></tr></thead><tbody>""");
        foreach (EnvironmentResult environment in after.Result.Environments)
        {
            EnvironmentResult? earlier = before?.Result.Environments.FirstOrDefault(other =>
                other.Environment == environment.Environment && other.Version == environment.Version);
            Row(html, "task", environment.Environment, environment.Total, before is not null, earlier?.Total);
            if (environment.Levels.Count == 1)
                continue;
            foreach (LevelResult level in environment.Levels)
            {
                Row(html, "level", $"level {level.Level}", level.Score, before is not null,
                    earlier?.Levels.FirstOrDefault(other => other.Level == level.Level)?.Score);
            }
        }
        if (after.Result.Environments.Count > 1)
            Row(html, "total", "all", after.Result.Total, before is not null, before?.Result.Total);
        html.Add($"</tbody></table></div>");
        int unscored = evaluations.Sum(evaluation => evaluation.Result.Total.Unscored);
        if (unscored > 0)
            html.Add($"""<p class="note">{unscored} episodes could not be scored and are in no figure.</p>""");
        return html;
    }

    private static void Row(Markup html, string kind, string name, Score after, bool comparing, Score? before)
    {
        html.Add($"""<tr class="{kind}"><th scope="row">{name}</th><td class="num">{after.N}</td>""");
        if (comparing)
            html.Add($"""<td class="num">{Cell(before)}</td>""");
        html.Add($"""<td class="num">{Cell(after)}</td>""");
        if (comparing)
        {
            double? change = (after.Accuracy - before?.Accuracy) * 100;
            string direction = change is > 0 ? "up" : change is < 0 ? "down" : "";
            html.Add($"""<td class="num {direction}">{(change is { } points ? points.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) : "–")}</td>""");
        }
        html.Add($"""<td class="plot">{Plot(before, after)}</td></tr>""");
    }

    private static Markup Cell(Score? score) => score?.Accuracy is { } accuracy
        ? new Markup().Add($"<b>{Percent(accuracy)}</b> <span class=\"interval\">{Percent(score.Low)}–{Percent(score.High)}</span>")
        : new Markup().Add($"–");

    private static Markup Plot(Score? before, Score after)
    {
        var svg = new Markup();
        svg.Add($"""<svg class="forest" viewBox="0 0 {Width} {Height}" aria-hidden="true">""");
        foreach (double tick in new[] { 0, 0.25, 0.5, 0.75, 1 })
            svg.Add($"""<line class="grid" x1="{X(tick)}" x2="{X(tick)}" y1="0" y2="{Height}"/>""");
        Whisker(svg, before, 9, "before");
        Whisker(svg, after, before is null ? 15 : 21, "after");
        return svg.Add($"</svg>");
    }

    private static void Whisker(Markup svg, Score? score, double y, string kind)
    {
        if (score?.Accuracy is not { } accuracy)
            return;
        svg.Add($"""<g class="{kind}"><line x1="{X(score.Low)}" x2="{X(score.High)}" y1="{y}" y2="{y}"/>""");
        svg.Add($"""<circle cx="{X(accuracy)}" cy="{y}" r="4.5"/></g>""");
    }

    private static double X(double share) => Pad + (share * (Width - (2 * Pad)));

    internal static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
