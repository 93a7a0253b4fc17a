namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>A chart's place on the page: its caption, and its Vega-Lite specification for the page's script to draw.</summary>
internal static class ChartFigure
{
    /// <param name="html">Where to.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="note">Its unit, or how to read it.</param>
    /// <param name="specification">A Vega-Lite specification (https://vega.github.io/vega-lite/docs/spec.html), its data among it.</param>
    /// <param name="wide">Whether it takes the page's whole width.</param>
    /// <param name="minWidth">Narrower than this many pixels it is scrolled.</param>
    /// <param name="maxWidth">Wider than this many pixels it does not become; 0 where it may have any width.</param>
    public static void Write(Markup html, string title, string note, object specification, bool wide = false, int minWidth = 0, int maxWidth = 0)
    {
        html.Add($"""<figure class="{(wide ? "card wide" : "card")}"><figcaption><b>{title}</b> <span class="note">{note}</span></figcaption>""");
        html.Add($"""<div class="scroll"><div class="chart" data-min-width="{minWidth}" data-max-width="{maxWidth}">""");
        html.Add($"{PageJson.Element(specification)}</div></div></figure>");
    }
}
