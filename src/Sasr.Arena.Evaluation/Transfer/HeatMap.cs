using System.Globalization;
using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>A method's matrix drawn: targets down, sources across, each cell coloured by its gain.</summary>
internal static class HeatMap
{
    public static Markup Render(TransferMatrix matrix, TransferResult result)
    {
        double widest = result.Matrices.SelectMany(one => one.Cells).Select(cell => Math.Abs(cell.Gain.Mean)).DefaultIfEmpty().Max();
        var html = new Markup();
        html.Add($"""<div class="scroll"><table class="heat"><thead><tr><th>target</th><th class="num">start</th>""");
        foreach (TransferSource source in result.Sources)
            html.Add($"""<th class="source" title="{string.Join(", ", source.Tasks.Select(task => task.Environment))}">{source.Name}</th>""");
        html.Add($"</tr></thead><tbody>");
        foreach (TargetResult target in result.Targets)
        {
            html.Add($"""<tr><th scope="row">{target.Name}</th><td class="num">{(100 * target.Start).ToString("0.0", CultureInfo.InvariantCulture)} %</td>""");
            foreach (TransferCell cell in matrix.Cells.Where(cell => cell.Target == target.Name))
                Cell(html, cell, widest);
            html.Add($"</tr>");
        }
        return html.Add($"</tbody></table></div>");
    }

    private static void Cell(Markup html, TransferCell cell, double widest)
    {
        string kind = cell.Gain.Mean < 0 ? "loss" : "gain";
        int strength = widest == 0 ? 0 : (int)Math.Round(100 * Math.Abs(cell.Gain.Mean) / widest);
        string relation = TransferPage.NameOf(cell.Relation);
        html.Add($"""<td class="{kind} {relation}" style="--strength: {strength}%" title="{cell.Source} on {cell.Target}: {relation}">""");
        html.Add($"""<b>{TransferPage.Points(cell.Gain.Mean)}</b><span>{TransferPage.Interval(cell.Gain)}</span></td>""");
    }
}
