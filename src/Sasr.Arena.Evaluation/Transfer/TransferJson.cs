using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Transfer;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(KebabNames<Split>), typeof(KebabNames<Relation>)])]
[JsonSerializable(typeof(TransferResult))]
internal sealed partial class TransferJson : JsonSerializerContext
{
    public static TransferJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed class KebabNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
