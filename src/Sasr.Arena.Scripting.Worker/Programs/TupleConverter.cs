using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Tuples of up to seven as arrays.</summary>
internal sealed class TupleConverter : JsonConverterFactory
{
    private const int MaxLength = 7;

    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType
        && typeof(ITuple).IsAssignableFrom(typeToConvert)
        && typeToConvert.Namespace == nameof(System)
        && typeToConvert.GetGenericArguments().Length <= MaxLength;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
    {
        private static readonly Type[] Types = typeof(T).GetGenericArguments();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument array = JsonDocument.ParseValue(ref reader);
            if (array.RootElement.ValueKind != JsonValueKind.Array || array.RootElement.GetArrayLength() != Types.Length)
                throw new JsonException($"A tuple is an array of {Types.Length}.");
            return (T)Activator.CreateInstance(
                typeof(T), [.. array.RootElement.EnumerateArray().Zip(Types, (item, type) => item.Deserialize(type, options))])!;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var tuple = (ITuple)value!;
            writer.WriteStartArray();
            for (int i = 0; i < tuple.Length; i++)
                JsonSerializer.Serialize(writer, tuple[i], Types[i], options);
            writer.WriteEndArray();
        }
    }
}
