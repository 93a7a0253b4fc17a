using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>Differences by task and level as a table of HTML, with their intervals in figures and drawn around 0.</summary>
internal static class DifferenceTable
{
    private const double Width = 220, Height = 22, Pad = 6;
    private static readonly double[] Scales = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5];

    public static Markup Render(EvaluationComparison comparison)
    {
        double reach = Reach(comparison);
        var html = new Markup();
        html.Add($"""<div class="scroll"><table><thead><tr><th>task</th><th class="num">problems</th><th class="num">base</th><th class="num">head</th>""");
        html.Add($"""<th class="num">change</th><th class="num">p (Holm)</th><th class="plot">−{Figures.Percent(reach, 0)} to +{Figures.Percent(reach, 0)}</th></tr></thead><tbody>""");
        Row(html, "total", "all", comparison.Overall, Figures.PValue(comparison.Overall.PValue), reach);
        foreach (TaskDifference task in comparison.Tasks)
        {
            Row(html, "task", task.Environment, task.Total, Figures.PValue(task.AdjustedPValue), reach);
            foreach (LevelDifference level in task.Levels.Count > 1 ? task.Levels : [])
                Row(html, "level", $"level {level.Level}", level.Difference, "", reach);
        }
        html.Add($"</tbody></table></div>");
        if (comparison.Overall.LeftOut > 0)
            html.Add($"""<p class="note">{Figures.LeftOut(comparison.Overall)}</p>""");
        return html;
    }

    private static void Row(Markup html, string kind, string name, Difference difference, string p, double reach)
    {
        string direction = difference.High < 0 ? "down" : difference.Low > 0 ? "up" : "";
        html.Add($"""<tr class="{kind}"><th scope="row">{name}</th><td class="num">{difference.Problems}</td>""");
        html.Add($"""<td class="num">{Figures.Percent(difference.BaseAccuracy)}</td><td class="num">{Figures.Percent(difference.HeadAccuracy)}</td>""");
        html.Add($"""<td class="num"><span class="{direction}">{Figures.Points(difference.Mean)}</span> <span class="interval">{Figures.Points(difference.Low)} to {Figures.Points(difference.High)}</span></td>""");
        html.Add($"""<td class="num">{p}</td><td class="plot">{Plot(difference, reach)}</td></tr>""");
    }

    private static Markup Plot(Difference difference, double reach)
    {
        double y = Height / 2;
        var svg = new Markup();
        svg.Add($"""<svg class="forest" viewBox="0 0 {Width} {Height}" aria-hidden="true">""");
        foreach (double tick in new[] { -reach, -reach / 2, reach / 2, reach })
            svg.Add($"""<line class="grid" x1="{X(tick, reach)}" x2="{X(tick, reach)}" y1="0" y2="{Height}"/>""");
        svg.Add($"""<line class="mark" x1="{X(0, reach)}" x2="{X(0, reach)}" y1="0" y2="{Height}"/>""");
        if (difference.Mean is { } mean)
        {
            svg.Add($"""<g class="after"><line x1="{X(difference.Low, reach)}" x2="{X(difference.High, reach)}" y1="{y}" y2="{y}"/>""");
            svg.Add($"""<circle cx="{X(mean, reach)}" cy="{y}" r="4.5"/></g>""");
        }
        return svg.Add($"</svg>");
    }

    /// <summary>The least of some round scales that all intervals fit in.</summary>
    private static double Reach(EvaluationComparison comparison)
    {
        double largest = comparison.Tasks.SelectMany(task => task.Levels.Select(level => level.Difference).Append(task.Total)).Append(comparison.Overall)
            .Where(difference => difference.Mean is not null)
            .Select(difference => Math.Max(-difference.Low, difference.High))
            .DefaultIfEmpty(1)
            .Max();
        return Scales.FirstOrDefault(scale => scale >= largest, 1);
    }

    private static double X(double difference, double reach) =>
        Pad + ((Math.Clamp(difference / reach, -1, 1) + 1) / 2 * (Width - (2 * Pad)));
}
