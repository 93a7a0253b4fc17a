using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>JSON as commands print it.</summary>
internal static class OutputJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
