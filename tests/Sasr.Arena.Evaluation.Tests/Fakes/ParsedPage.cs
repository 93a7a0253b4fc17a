using System.Text.Json;
using System.Xml.Linq;
using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Tests.Fakes;

/// <summary>A report's page without its script, as XML, and the data in it.</summary>
internal sealed class ParsedPage
{
    public ParsedPage(ReportPage page)
    {
        Html = page.ToHtml();
        int begin = Html.LastIndexOf("<script>", StringComparison.Ordinal), end = Html.LastIndexOf("</script>", StringComparison.Ordinal);
        Script = Html[(begin + "<script>".Length)..end];
        Document = XDocument.Parse(Html[..begin] + Html[(end + "</script>".Length)..], LoadOptions.PreserveWhitespace);
    }

    public string Html { get; }

    public string Script { get; }

    public XDocument Document { get; }

    public IReadOnlyList<string> Headings => [.. Document.Descendants("h2").Select(heading => ((XText)heading.FirstNode!).Value.Trim())];

    /// <summary>The captions of the charts, in order.</summary>
    public IReadOnlyList<string> Charts => [.. Document.Descendants("figcaption").Select(caption => caption.Element("b")!.Value)];

    /// <summary>The Vega-Lite specification of a chart.</summary>
    public JsonElement Chart(string title) => Data(Document.Descendants("figure").Single(figure => figure.Element("figcaption")!.Element("b")!.Value == title));

    /// <summary>The specifications of all charts.</summary>
    public string Specifications => $"[{string.Join(',', Document.Descendants("figure").Select(figure => Data(figure).GetRawText()))}]";

    /// <summary>The episodes to browse.</summary>
    public JsonElement Episodes => Browsed("episodes");

    /// <summary>The flipped problems to browse.</summary>
    public JsonElement Flips => Browsed("flips");

    /// <summary>The values of a filter, without the one for all.</summary>
    public IReadOnlyList<string> Choices(string name) =>
        [.. Document.Descendants("select").Single(select => (string?)select.Attribute("name") == name).Elements("option").Skip(1).Select(option => option.Value)];

    /// <summary>The tiles: name, value and detail.</summary>
    public IReadOnlyList<(string Name, string Value, string Detail)> Tiles =>
    [
        .. Document.Descendants("div").Where(element => (string?)element.Attribute("class") == "tile")
            .Select(tile => tile.Elements("span").Select(part => part.Value).ToArray()).Select(parts => (parts[0], parts[1], parts[2])),
    ];

    /// <summary>The cells of a section's tables, row by row, with a row's head first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string heading) =>
    [
        .. Document.Descendants("section").Single(section => section.Element("h2")!.Value.StartsWith(heading, StringComparison.Ordinal))
            .Descendants("tr").Select(row => (string[])[.. row.Elements().Select(cell => cell.Value)]),
    ];

    private JsonElement Browsed(string kind) =>
        Data(Document.Descendants("div").Single(element => ((string?)element.Attribute("class"))?.StartsWith($"{kind} ", StringComparison.Ordinal) == true));

    private static JsonElement Data(XElement element) => JsonDocument.Parse(element.Descendants("script").First().Value).RootElement;
}
