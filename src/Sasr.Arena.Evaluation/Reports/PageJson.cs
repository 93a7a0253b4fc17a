using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Data for the page's script. The encoder escapes &lt;, &gt;, &amp; and quotes, so that no text can end the element that holds it.</summary>
internal static class PageJson
{
    private static readonly JsonSerializerOptions Charts = new() { Encoder = Encoder };

    private static readonly EpisodeJson Episodes = new(new JsonSerializerOptions(EpisodeJson.Default.Options) { Encoder = Encoder });

    public static JavaScriptEncoder Encoder => field ??= JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>A script element that holds an object, for example a Vega-Lite specification.</summary>
    public static Markup Element(object value) => Element(JsonSerializer.Serialize(value, Charts));

    /// <summary>A script element that holds a list, a line for each of its members.</summary>
    /// <param name="members">As JSON, written with <see cref="Encoder"/>.</param>
    public static Markup Element(IEnumerable<string> members) => Element($"[{string.Join(",\n", members)}]");

    public static string Text(EpisodeRecord episode) => JsonSerializer.Serialize(episode, Episodes.EpisodeRecord);

    private static Markup Element(string json) => new Markup().Add($"""<script type="application/json">""").AddVerbatim(json).Add($"</script>");
}
