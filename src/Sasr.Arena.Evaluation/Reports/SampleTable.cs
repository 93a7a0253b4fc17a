using System.Globalization;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>What several samples of the same problems say, by environment.</summary>
internal sealed record SampleTable(EvaluationResult Result) : PageBlock
{
    internal override void Write(Markup html)
    {
        string[] tries = [.. Result.Total.Sampling!.PassAt.Keys];
        html.Add($"""<div class="scroll card wide"><table><thead><tr><th>task</th>""");
        foreach (string k in tries)
            html.Add($"""<th class="num">pass@{k}</th>""");
        html.Add($"""<th class="num">pass^{tries[^1]}</th><th class="num">majority</th><th class="num">distinct right</th><th class="num">entropy (bits)</th></tr></thead><tbody>""");
        foreach (EnvironmentResult environment in Result.Environments)
            Row(html, "task", environment.Environment, tries, environment.Total.Sampling);
        if (Result.Environments.Count > 1)
            Row(html, "total", "all", tries, Result.Total.Sampling);
        html.Add($"</tbody></table></div>");
    }

    private static void Row(Markup html, string kind, string name, string[] tries, SampleScore? score)
    {
        html.Add($"""<tr class="{kind}"><th scope="row">{name}</th>""");
        foreach (string k in tries)
            html.Add($"""<td class="num">{Share(score?.PassAt, k)}</td>""");
        html.Add($"""<td class="num">{Share(score?.PassHat, tries[^1])}</td><td class="num">{(score is null ? "–" : Figures.Percent(score.Majority))}</td>""");
        html.Add($"""<td class="num">{Number(score?.DistinctCorrect)}</td><td class="num">{Number(score?.AnswerEntropy)}</td></tr>""");
    }

    private static string Share(IReadOnlyDictionary<string, double>? shares, string k) =>
        shares is not null && shares.TryGetValue(k, out double share) ? Figures.Percent(share) : "–";

    private static string Number(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
