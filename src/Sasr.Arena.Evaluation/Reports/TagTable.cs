using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Accuracy by tag with intervals.</summary>
internal sealed record TagTable(IReadOnlyList<TagResult> Tags) : PageBlock
{
    internal override void Write(Markup html)
    {
        html.Add($"""<div class="scroll card wide"><table><thead><tr><th>tag</th><th class="num">n</th><th class="num">accuracy</th></tr></thead><tbody>""");
        foreach (TagResult tag in Tags)
            html.Add($"""<tr><th scope="row">{tag.Tag}</th><td class="num">{tag.Score.N}</td><td class="num">{AccuracyTable.Cell(tag.Score)}</td></tr>""");
        html.Add($"</tbody></table></div>");
    }
}
