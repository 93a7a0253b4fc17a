using System.Globalization;
using System.Reflection;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>
/// A training run as one page that needs no network and no script: its schedule, its curves, its accuracy before and
/// after, some of its episodes and its recipe. The same run gives the same bytes.
/// </summary>
public static class HtmlReport
{
    private const string ValidationPrefix = "validation/", AccuracySuffix = "/accuracy";
    private const string CurriculumPrefix = "curriculum/", LevelSuffix = "/level";

    // An SFT step may measure these too; they are shown where they are about the rollouts.
    private static readonly string[] GrpoOnly = ["grad_norm", "entropy"];

    private static readonly (string Title, string Unit, bool Share, (string Metric, string Name, bool Noisy)[] Series)[] Charts =
    [
        ("Reward", "mean over the rollouts of a GRPO step", true, [("reward", "reward", true), ("frac_reward_zero_std", "groups without spread", true)]),
        ("Loss on worked solutions", "nats a token", false, [("sft/loss", "batch", true), ("schedule/divergence", "held out", false)]),
        ("Gradient norm", "before clipping", false, [("sft/grad_norm", "SFT", true), ("grad_norm", "GRPO", true)]),
        ("Entropy of the rollouts", "nats a token", false, [("entropy", "entropy", true)]),
        ("Completion length", "tokens", false, [("completions/mean_length", "mean", true)]),
        ("KL to the reference", "nats a token", false, [("kl", "KL", true)]),
    ];

    /// <summary>Writes the page.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(RunReport report, string path)
    {
        try
        {
            File.WriteAllText(path, Render(report));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>The page.</summary>
    public static string Render(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new Markup();
        html.Add($"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>""");
        html.Add($"<title>{report.Title} – Sasr.Arena</title><style>").AddVerbatim(Style()).Add($"</style></head><body><main>");
        html.Add($"""<header><p class="kicker">Sasr.Arena · training run</p><h1>{report.Title}</h1></header>""");
        Tiles(html, report);
        if (report.Evaluations.Count > 0)
            Section(html, "Accuracy on held-out problems", Split(report), AccuracyTable.Render(report.Evaluations));
        if (report.Metrics.Count > 0)
            Curves(html, report.Metrics);
        if (report.Transcripts.Count > 0)
            Transcripts(html, report.Transcripts);
        if (report.Commands.Count > 0)
            Section(html, "Next", "", new Markup().Add($"<pre>{string.Join('\n', report.Commands)}</pre>"));
        if (report.Recipe.Length > 0)
            Section(html, "Recipe", "", new Markup().Add($"<pre>{report.Recipe.TrimEnd()}</pre>"));
        return html.Add($"</main></body></html>\n").ToString();
    }

    private static void Tiles(Markup html, RunReport report)
    {
        html.Add($"""<div class="tiles">""");
        if (report.Evaluations.Count > 0)
        {
            Score? first = report.Evaluations.Count > 1 ? report.Evaluations[0].Result.Total : null;
            Score last = report.Evaluations[^1].Result.Total;
            string was = first?.Accuracy is { } earlier ? $"{AccuracyTable.Percent(earlier)} % {report.Evaluations[0].Label}" : $"of {last.N} problems";
            Tile(html, last.Accuracy is { } accuracy ? $"{AccuracyTable.Percent(accuracy)} %" : "–", "accuracy", was);
        }
        if (report.Metrics.Count > 0)
        {
            MetricsRow end = report.Metrics[^1];
            int sft = report.Metrics.Count(row => row.IsSft);
            Tile(html, end.Step.ToString("N0", CultureInfo.InvariantCulture), "steps", $"{sft} SFT, {report.Metrics.Count - sft} GRPO");
            if (end.Values.TryGetValue("num_tokens", out double tokens))
                Tile(html, Compact(tokens), "tokens", "trained on or sampled");
            if (report.Metrics.LastOrDefault(row => row.Values.ContainsKey("reward")) is { } rewarded)
                Tile(html, rewarded.Values["reward"].ToString("0.00", CultureInfo.InvariantCulture), "reward", "at the last GRPO step");
        }
        html.Add($"</div>");
    }

    private static void Tile(Markup html, string value, string name, string detail) =>
        html.Add($"""<div class="tile"><span class="name">{name}</span><span class="value">{value}</span><span class="detail">{detail}</span></div>""");

    private static void Curves(Markup html, IReadOnlyList<MetricsRow> metrics)
    {
        Section(html, "Schedule", "the probability that a step is SFT, and what each step was",
            new Markup()
                .Add($"""<div class="card"><p class="legend"><span class="key ink">p(SFT)</span><span class="key sft">SFT step</span><span class="key grpo">GRPO step</span></p>""")
                .Add(ScheduleChart.Render(metrics)).Add($"</div>"));

        Axis steps = Axis.Steps(metrics[^1].Step);
        int? warmupEnd = WarmupEnd(metrics);
        var grid = new Markup();
        Chart(grid, "Accuracy on validation problems", "greedy", true, [.. ByTask(metrics, ValidationPrefix, AccuracySuffix)], steps, warmupEnd);
        Chart(grid, "Curriculum", "highest open level", false, [.. ByTask(metrics, CurriculumPrefix, LevelSuffix)], steps, warmupEnd);
        foreach ((string title, string unit, bool share, (string Metric, string Name, bool Noisy)[] series) in Charts)
            Chart(grid, title, unit, share, [.. series.Select(line => Line(metrics, line.Metric, line.Name, line.Noisy))], steps, warmupEnd);
        string note = warmupEnd is null ? "by step" : "by step; the dashed line is the end of the warm-up";
        Section(html, "Curves", note, new Markup().Add($"""<div class="grid2">{grid}</div>"""));
    }

    private static void Chart(Markup grid, string title, string unit, bool share, Series[] series, Axis steps, int? warmupEnd)
    {
        // What is 0 throughout was not measured: the KL of a run without a reference.
        series = [.. series.Where(line => line.Points.Any(point => point.Value != 0))];
        if (series.Length == 0)
            return;
        Axis values = share ? Axis.Share : Axis.Covering([.. series.SelectMany(line => line.Points).Select(point => point.Value)]);
        grid.Add($"""<figure class="card"><figcaption><b>{title}</b> <span class="note">{unit}</span></figcaption>""");
        grid.Add($"""<p class="legend">""");
        for (int i = 0; i < series.Length; i++)
            grid.Add($"""<span class="key c{i + 1}">{series[i].Name}</span>""");
        grid.Add($"</p>").Add(LineChart.Render(title, series, steps, values, warmupEnd)).Add($"</figure>");
    }

    /// <summary>A metric that every task has one of, a line a task.</summary>
    private static IEnumerable<Series> ByTask(IReadOnlyList<MetricsRow> metrics, string prefix, string suffix) => metrics
        .SelectMany(row => row.Values.Keys)
        .Distinct()
        .Where(name => name.Length > prefix.Length + suffix.Length
            && name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => Line(metrics, name, name[prefix.Length..^suffix.Length], noisy: false));

    private static Series Line(IReadOnlyList<MetricsRow> metrics, string metric, string name, bool noisy) => new(
        name,
        [.. metrics.Where(row => row.Values.ContainsKey(metric) && !(row.IsSft && GrpoOnly.Contains(metric))).Select(row => ((double)row.Step, row.Values[metric]))],
        noisy);

    /// <summary>The last step before the schedule first has a choice; null where it never has, or has from the beginning.</summary>
    private static int? WarmupEnd(IReadOnlyList<MetricsRow> metrics)
    {
        MetricsRow? first = metrics.FirstOrDefault(row => row.Values.TryGetValue("schedule/p_sft", out double p) && p < 1);
        return first is null || first.Step == metrics[0].Step ? null : first.Step - 1;
    }

    private static void Transcripts(Markup html, IReadOnlyList<Transcript> transcripts)
    {
        var cards = new Markup();
        foreach (Transcript transcript in transcripts)
        {
            (string kind, string verdict) = transcript switch
            {
                { Reward: null } => ("unscored", "unscored"),
                { Correct: true } => ("right", "right"),
                _ => ("wrong", "wrong"),
            };
            string reward = transcript.Reward is { } value ? $"reward {value.ToString("0.00", CultureInfo.InvariantCulture)}" : "no reward";
            cards.Add($"""<article class="card episode"><p class="head"><b>{transcript.Environment}</b> <span class="note">level {transcript.Level}</span>""");
            cards.Add($"""<span class="verdict {kind}">{verdict}</span> <span class="note">{reward}</span></p>""");
            foreach (TranscriptTurn turn in transcript.Turns)
                cards.Add($"""<pre class="observation">{turn.Observation}</pre><pre class="action">{turn.Action}</pre>""");
            cards.Add($"""<p class="outcome">{transcript.Outcome}</p></article>""");
        }
        Section(html, "Episodes", "as the final model plays them", new Markup().Add($"""<div class="grid2">{cards}</div>"""));
    }

    private static void Section(Markup html, string title, string note, Markup content) =>
        html.Add($"""<section><h2>{title} <span class="note">{note}</span></h2>{content}</section>""");

    private static string Split(RunReport report)
    {
        EvaluationResult result = report.Evaluations[^1].Result;
        return $"{result.Split.ToString().ToLowerInvariant()} split, {string.Join(" or ", result.Environments.Select(environment => environment.Problems).Distinct().Order())} problems a level, seed {result.Seed}";
    }

    private static string Compact(double count) => count switch
    {
        >= 1e6 => (count / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " M",
        >= 1e4 => (count / 1e3).ToString("0", CultureInfo.InvariantCulture) + " k",
        _ => count.ToString("N0", CultureInfo.InvariantCulture),
    };

    internal static string Style()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
