using System.Globalization;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Episodes to browse: filters, a list, and the chosen one beside it.</summary>
/// <param name="Shown">Those to browse.</param>
/// <param name="Count">How many there were.</param>
internal sealed record EpisodeBlock(IReadOnlyList<EpisodeRecord> Shown, int Count) : PageBlock
{
    /// <summary>How the list is operated.</summary>
    public const string Keys = "arrow keys move through the list";

    /// <summary>Characters of JSON: with all episodes of a large evaluation a page would open slowly.</summary>
    public const int MostCharacters = 2_000_000;

    private static readonly string[] Verdicts = ["right", "wrong", "unscored"];

    /// <summary>A result's episodes; nothing where it has none.</summary>
    public static IEnumerable<EpisodeBlock> Of(EvaluationResult result) =>
        result.Episodes.Count == 0 ? [] : [new EpisodeBlock(EpisodeSelection.Of(result.Episodes, MostCharacters), result.Episodes.Count)];

    internal override void Write(Markup html)
    {
        html.Add($"""<div class="episodes wide">{PageJson.Element(Shown)}<form class="filters">""");
        Choice(html, "task", Shown.Select(episode => episode.Environment).Distinct());
        Choice(html, "level", Shown.Select(episode => episode.Level).Distinct().Order().Select(level => level.ToString(CultureInfo.InvariantCulture)));
        Choice(html, "verdict", Verdicts);
        html.Add($"""<label>contains <input name="text" type="search" autocomplete="off"/></label> <span class="note" role="status"></span></form>""");
        if (Shown.Count < Count)
        {
            string shown = Shown.Count.ToString("N0", CultureInfo.InvariantCulture), count = Count.ToString("N0", CultureInfo.InvariantCulture);
            html.Add($"""<p class="note">{shown} of {count} episodes, of every task, level and verdict alike; the evaluation's JSON file has all.</p>""");
        }
        html.Add($"""<div class="browser"><ol id="episode" class="card" role="listbox" tabindex="0" aria-label="Episodes"></ol>""");
        html.Add($"""<article class="card reader" aria-live="polite"></article></div></div>""");
    }

    private static void Choice(Markup html, string name, IEnumerable<string> values)
    {
        html.Add($"""<label>{name} <select name="{name}" autocomplete="off"><option value="">all</option>""");
        foreach (string value in values)
            html.Add($"""<option value="{value}">{value}</option>""");
        html.Add($"</select></label> ");
    }
}
