using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Data for the page's script. The encoder escapes &lt;, &gt;, &amp; and quotes, so that no text can end the element that holds it.</summary>
internal static class PageJson
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly JsonSerializerOptions Charts = new() { Encoder = Encoder };

    private static readonly EpisodeJson Episodes = new(new JsonSerializerOptions(EpisodeJson.Default.Options) { Encoder = Encoder });

    /// <summary>A script element that holds an object, for example a Vega-Lite specification.</summary>
    public static Markup Element(object value) => Element(JsonSerializer.Serialize(value, Charts));

    /// <summary>A script element that holds episodes.</summary>
    public static Markup Element(IEnumerable<EpisodeRecord> episodes) => Element($"[{string.Join(",\n", episodes.Select(Text))}]");

    public static string Text(EpisodeRecord episode) => JsonSerializer.Serialize(episode, Episodes.EpisodeRecord);

    private static Markup Element(string json) => new Markup().Add($"""<script type="application/json">""").AddVerbatim(json).Add($"</script>");
}
