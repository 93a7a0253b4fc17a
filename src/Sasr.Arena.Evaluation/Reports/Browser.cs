using System.Globalization;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>A place to browse many things of a kind: filters, a list, and the chosen one beside it. <c>Page/browser.js</c> fills it.</summary>
internal static class Browser
{
    /// <summary>How the list is operated.</summary>
    public const string Keys = "arrow keys move through the list";

    /// <param name="html">Where to.</param>
    /// <param name="kind">What the things are; the script knows it by this name.</param>
    /// <param name="label">The list's name.</param>
    /// <param name="things">Each as JSON.</param>
    /// <param name="choices">The filters and their values; the script knows them by their names.</param>
    /// <param name="note">What is not shown; null where all is.</param>
    public static void Write(
        Markup html, string kind, string label, IEnumerable<string> things, IReadOnlyList<(string Name, IEnumerable<string> Values)> choices, string? note)
    {
        html.Add($"""<div class="{kind} wide">{PageJson.Element(things)}<form class="filters">""");
        foreach ((string name, IEnumerable<string> values) in choices)
        {
            html.Add($"""<label>{name} <select name="{name}" autocomplete="off"><option value="">all</option>""");
            foreach (string value in values)
                html.Add($"""<option value="{value}">{value}</option>""");
            html.Add($"</select></label> ");
        }
        html.Add($"""<label>contains <input name="text" type="search" autocomplete="off"/></label> <span class="note" role="status"></span></form>""");
        if (note is not null)
            html.Add($"""<p class="note">{note}</p>""");
        html.Add($"""<div class="browser"><ol id="{kind}-list" class="card" role="listbox" tabindex="0" aria-label="{label}"></ol>""");
        html.Add($"""<article class="card reader" aria-live="polite"></article></div></div>""");
    }

    /// <summary>The filters that all kinds have.</summary>
    public static (string Name, IEnumerable<string> Values)[] TaskAndLevel(IEnumerable<(string Task, int Level)> things)
    {
        (string Task, int Level)[] all = [.. things];
        return
        [
            ("task", all.Select(thing => thing.Task).Distinct()),
            ("level", all.Select(thing => thing.Level).Distinct().Order().Select(level => level.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>What is shown, where it is not all.</summary>
    public static string? Note(int shown, int count, string what, string elsewhere) =>
        shown == count ? null : string.Create(CultureInfo.InvariantCulture, $"{shown:N0} of {count:N0} {what} alike; {elsewhere} has all.");
}
