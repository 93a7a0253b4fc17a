using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>Differences by task and level with their intervals, in figures.</summary>
internal sealed record DifferenceTable(EvaluationComparison Comparison) : PageBlock
{
    internal override void Write(Markup html)
    {
        html.Add($"""<div class="scroll card wide"><table><thead><tr><th>task</th><th class="num">problems</th><th class="num">base</th><th class="num">head</th>""");
        html.Add($"""<th class="num">change</th><th class="num">p (Holm)</th></tr></thead><tbody>""");
        foreach (TaskDifference task in Comparison.Tasks)
        {
            Row(html, "task", task.Environment, task.Total, Figures.PValue(task.AdjustedPValue));
            foreach (LevelDifference level in task.Levels.Count > 1 ? task.Levels : [])
                Row(html, "level", $"level {level.Level}", level.Difference, "");
        }
        Row(html, "total", "all", Comparison.Overall, Figures.PValue(Comparison.Overall.PValue));
        html.Add($"</tbody></table>");
        if (Comparison.Overall.LeftOut > 0)
            html.Add($"""<p class="note">{Figures.LeftOut(Comparison.Overall)}</p>""");
        html.Add($"</div>");
    }

    private static void Row(Markup html, string kind, string name, Difference difference, string p)
    {
        string direction = difference.High < 0 ? "down" : difference.Low > 0 ? "up" : "";
        html.Add($"""<tr class="{kind}"><th scope="row">{name}</th><td class="num">{difference.Problems}</td>""");
        html.Add($"""<td class="num">{Figures.Percent(difference.BaseAccuracy)}</td><td class="num">{Figures.Percent(difference.HeadAccuracy)}</td>""");
        html.Add($"""<td class="num"><span class="{direction}">{PageFigures.Points(difference.Mean)}</span>""");
        if (difference.Mean is not null)
            html.Add($""" <span class="interval">{PageFigures.Interval(difference.Low, difference.High)}</span>""");
        html.Add($"""</td><td class="num">{p}</td></tr>""");
    }
}
