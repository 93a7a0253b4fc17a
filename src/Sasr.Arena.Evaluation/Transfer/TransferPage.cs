using System.Globalization;
using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>A study as one page that needs no network and no script. The same result gives the same bytes.</summary>
public static class TransferPage
{
    private const string Style = """
        :root { color-scheme: light dark; --page: #f6f6f3; --card: #fff; --ink: #1d2126; --soft: #5f6873; --line: #e1e2de; --up: #2f74d0; --down: #d9772b; }
        @media (prefers-color-scheme: dark) { :root { --page: #14171b; --card: #1d2126; --ink: #e8eaed; --soft: #a2abb6; --line: #31363d; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        main { max-width: 1120px; margin: 0 auto; padding: 40px 20px 64px; }
        h1 { margin: 0; font-size: 2.1rem; letter-spacing: -0.02em; } h2 { margin: 40px 0 12px; font-size: 1.2rem; }
        .note { color: var(--soft); font-size: .9rem; font-weight: 400; }
        .scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 10px 18px; }
        table { border-collapse: separate; border-spacing: 4px; font-variant-numeric: tabular-nums; }
        th, td { padding: 6px 12px; text-align: left; white-space: nowrap; font-weight: 400; }
        thead th { color: var(--soft); font-size: .85rem; } .num { text-align: right; } .heat .source, .heat td.gain, .heat td.loss { text-align: center; min-width: 8.5rem; }
        .heat td b { display: block; font-size: 1.05rem; } .heat td span, .interval { color: var(--soft); font-size: .8rem; }
        .heat td { border-radius: 8px; border: 2px solid transparent; }
        .heat td.gain { background: color-mix(in srgb, var(--up) calc(var(--strength) * .55), transparent); }
        .heat td.loss { background: color-mix(in srgb, var(--down) calc(var(--strength) * .55), transparent); }
        .in-task { border-color: var(--ink) !important; } .harder, .easier { border: 2px dashed var(--ink) !important; }
        .near { border: 2px dotted var(--soft) !important; }
        .box { border-radius: 6px; padding: 1px 8px; margin-right: 10px; }
        """;

    /// <summary>Writes the page.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(TransferResult result, string path)
    {
        try
        {
            File.WriteAllText(path, Render(result));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>The page.</summary>
    public static string Render(TransferResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var html = new Markup();
        html.Add($"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>""");
        html.Add($"<title>{result.Name} – Sasr.Arena</title><style>").AddVerbatim(Style).Add($"</style></head><body><main>");
        html.Add($"""<p class="note">Sasr.Arena · transfer</p><h1>{result.Name}</h1>""");
        html.Add($"""<p class="note">Gains in points over the start ({result.Start}), on the {NameOf(result.Split)} split; {Seeds(result)}.""");
        if (result.Work is { } work)
            html.Add($""" Every training had {work} units of work, whatever its method.""");
        if (result.LeftOut > 0)
            html.Add($""" {result.LeftOut} problems could not be scored for some model and are in no figure.""");
        html.Add($"""</p><p class="note"><span class="box in-task" style="border: 2px solid">trained on</span><span class="box harder">the same task, other levels</span>""");
        html.Add($"""<span class="box near">the same domain</span><span class="box">no border: another domain</span></p>""");
        foreach (TransferMatrix matrix in result.Matrices)
            html.Add($"<section><h2>{matrix.Method}</h2>{HeatMap.Render(matrix, result)}</section>");
        html.Add($"<section><h2>In short</h2>");
        ByRelation(html, [.. result.Summaries.Select(summary => (summary.Method, summary.Gains, summary.Forgetting))]);
        html.Add($"</section>");
        if (result.Differences.Count > 0)
        {
            html.Add($"""<section><h2>{result.Differences[0].Method} minus the others <span class="note">the same source and seed, pair by pair</span></h2>""");
            ByRelation(html, [.. result.Differences.Select(difference => ($"− {difference.Against}", difference.Gains, difference.Forgetting))]);
            html.Add($"</section>");
        }
        return html.Add($"</main></body></html>\n").ToString();
    }

    internal static string NameOf(Enum value) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    internal static string Points(double gain) => (100 * gain).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    internal static string Interval(GainEstimate gain) =>
        gain is { Low: { } low, High: { } high } ? $"{Points(low)} to {Points(high)}" : "";

    private static void ByRelation(Markup html, (string Name, IReadOnlyList<RelationGain> Gains, GainEstimate? Forgetting)[] columns)
    {
        html.Add($"""<div class="scroll"><table><thead><tr><th></th>""");
        foreach ((string name, _, _) in columns)
            html.Add($"""<th class="num">{name}</th>""");
        html.Add($"</tr></thead><tbody>");
        foreach (Relation relation in columns[0].Gains.Select(gain => gain.Relation))
            Row(html, NameOf(relation), columns.Select(column => (GainEstimate?)column.Gains.First(gain => gain.Relation == relation).Gain));
        Row(html, "forgetting", columns.Select(column => column.Forgetting));
        html.Add($"</tbody></table></div>");
    }

    private static void Row(Markup html, string name, IEnumerable<GainEstimate?> gains)
    {
        html.Add($"""<tr><th scope="row">{name}</th>""");
        foreach (GainEstimate? gain in gains)
            html.Add($"""<td class="num"><b>{(gain is null ? "–" : Points(gain.Mean))}</b> <span class="interval">{(gain is null ? "" : Interval(gain))}</span></td>""");
        html.Add($"</tr>");
    }

    private static string Seeds(TransferResult result) => result.Seeds.Count > 1
        ? string.Create(CultureInfo.InvariantCulture, $"means of {result.Seeds.Count} seeds with 95 % intervals")
        : "one seed: the intervals speak of the problems alone, not of other trainings";
}
