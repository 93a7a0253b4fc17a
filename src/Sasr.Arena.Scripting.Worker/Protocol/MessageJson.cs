using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>How messages are written as JSON, generated at compile time: the worker's start must not wait for reflection.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = MaxDepth,
    Converters = [typeof(RawJsonConverter)],
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkRequest))]
[JsonSerializable(typeof(WorkReply))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    // A problem's data may be 64 deep itself.
    public const int MaxDepth = 128;

    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        SkipValidation = true,
    };
}
