using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Results;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(SplitConverter), typeof(EpisodeConverter)])]
[JsonSerializable(typeof(EvaluationResult))]
internal sealed partial class ResultJson : JsonSerializerContext
{
    // A result is read by people: 3+9 stays 3+9.
    public static ResultJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed class SplitConverter() : JsonStringEnumConverter<Split>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

/// <summary>Writes an episode on one line, so that a result is read and compared line by line.</summary>
internal sealed class EpisodeConverter : JsonConverter<EpisodeRecord>
{
    private const int Indentation = 2;

    public override EpisodeRecord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, EpisodeJson.Readable.EpisodeRecord);

    public override void Write(Utf8JsonWriter writer, EpisodeRecord value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        string line = JsonSerializer.Serialize(value, EpisodeJson.Readable.EpisodeRecord);
        writer.WriteRawValue($"\n{new string(' ', Indentation * writer.CurrentDepth)}{line}", skipInputValidation: true);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EpisodeRecord))]
internal sealed partial class EpisodeJson : JsonSerializerContext
{
    public static EpisodeJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
