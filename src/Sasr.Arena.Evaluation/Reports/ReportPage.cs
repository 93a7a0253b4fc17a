namespace Sasr.Arena.Evaluation.Reports;

/// <summary>
/// A page under construction: a heading, tiles and sections. It is one HTML file that holds all it needs and may not
/// reach the network. The same content gives the same bytes.
/// </summary>
/// <param name="kind">What the page is of, for example "training run".</param>
/// <param name="title">Which one.</param>
public sealed class ReportPage(string kind, string title)
{
    private readonly Markup _content = new();

    /// <summary>Adds a row of figures.</summary>
    public ReportPage Tiles(params IReadOnlyList<Tile> tiles)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        _content.Add($"""<div class="tiles">""");
        foreach (Tile tile in tiles)
        {
            _content.Add($"""<div class="tile"><span class="name">{tile.Name}</span><span class="value">{tile.Value}</span>""");
            _content.Add($"""<span class="detail">{tile.Detail}</span></div>""");
        }
        _content.Add($"</div>");
        return this;
    }

    /// <summary>Adds a block without a heading: what the page has to say first.</summary>
    public ReportPage Lead(PageBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        block.Write(_content);
        return this;
    }

    /// <summary>Adds a section; blocks that are charts stand side by side where there is room. Without a block there is no section.</summary>
    public ReportPage Section(string heading, string note, params IReadOnlyList<PageBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        if (blocks.Count == 0)
            return this;
        _content.Add($"""<section><h2>{heading} <span class="note">{note}</span></h2><div class="{(blocks.Count > 1 ? "blocks" : "block")}">""");
        foreach (PageBlock block in blocks)
            block.Write(_content);
        _content.Add($"</div></section>");
        return this;
    }

    /// <summary>The page as HTML.</summary>
    public string ToHtml()
    {
        var html = new Markup();
        html.Add($"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>""");
        html.Add($"""<meta http-equiv="Content-Security-Policy" content="{PageAssets.Policy}"/>""");
        html.Add($"""<meta name="viewport" content="width=device-width, initial-scale=1"/>""");
        html.Add($"<title>{title} – Sasr.Arena</title><style>").AddVerbatim(PageAssets.Style).Add($"</style></head><body><main>");
        html.Add($"""<header><p class="kicker">Sasr.Arena · {kind}</p><h1>{title}</h1></header>""");
        html.Add($"""<noscript><p class="card">Charts and episodes are drawn by the script in this file; the tables and the rest are here without it.</p></noscript>""");
        html.Add(_content);
        return html.Add($"</main><script>").AddVerbatim(PageAssets.Script).Add($"</script></body></html>\n").ToString();
    }

    /// <summary>Writes the page.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, ToHtml());
}
