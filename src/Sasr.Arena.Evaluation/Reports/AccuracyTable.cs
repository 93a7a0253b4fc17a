using System.Globalization;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Accuracy by environment and level with intervals, of the first evaluation beside the last; of a single one its mean reward as well.</summary>
internal sealed record AccuracyTable(IReadOnlyList<LabelledEvaluation> Evaluations) : PageBlock
{
    internal override void Write(Markup html)
    {
        LabelledEvaluation after = Evaluations[^1];
        LabelledEvaluation? before = Evaluations.Count > 1 ? Evaluations[0] : null;
        html.Add($"""<div class="scroll card wide"><table><thead><tr><th>task</th><th class="num">n</th>""");
        if (before is not null)
            html.Add($"""<th class="num">{before.Label}</th>""");
        html.Add($"""<th class="num">{after.Label}</th><th class="num">{(before is null ? "mean reward" : "change")}</th></tr></thead><tbody>""");
        foreach (EnvironmentResult environment in after.Result.Environments)
        {
            EnvironmentResult? earlier = before is null ? null : environment.In(before.Result);
            Row(html, "task", environment.Environment, environment.Total, earlier?.Total);
            foreach (LevelResult level in environment.Levels.Count > 1 ? environment.Levels : [])
                Row(html, "level", $"level {level.Level}", level.Score, earlier?.At(level.Level));
        }
        if (after.Result.Environments.Count > 1)
            Row(html, "total", "all", after.Result.Total, before?.Result.Total);
        html.Add($"</tbody></table>");
        int unscored = Evaluations.Sum(evaluation => evaluation.Result.Total.Unscored);
        if (unscored > 0)
            html.Add($"""<p class="note">{unscored} episodes could not be scored and are in no figure.</p>""");
        html.Add($"</div>");
    }

    private void Row(Markup html, string kind, string name, Score after, Score? before)
    {
        html.Add($"""<tr class="{kind}"><th scope="row">{name}</th><td class="num">{after.N}</td>""");
        if (Evaluations.Count > 1)
            html.Add($"""<td class="num">{Cell(before)}</td>""");
        html.Add($"""<td class="num">{Cell(after)}</td>""");
        if (Evaluations.Count > 1)
        {
            double? change = after.Accuracy - before?.Accuracy;
            string direction = change is > 0 ? "up" : change is < 0 ? "down" : "";
            html.Add($"""<td class="num {direction}">{(change is { } points ? PageFigures.Points(points) : "–")}</td></tr>""");
        }
        else
        {
            html.Add($"""<td class="num">{after.MeanReward?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–"}</td></tr>""");
        }
    }

    internal static Markup Cell(Score? score) => score?.Accuracy is { } accuracy
        ? new Markup().Add($"<b>{Figures.Percent(accuracy)}</b> <span class=\"interval\">{PageFigures.Interval(score)}</span>")
        : new Markup().Add($"–");
}
