using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Arrays of two dimensions as arrays of rows.</summary>
internal sealed class MatrixConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsArray && typeToConvert.GetArrayRank() == 2;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetElementType()!))!;

    private sealed class Of<T> : JsonConverter<T[,]>
    {
        public override T[,] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            T[][] rows = JsonSerializer.Deserialize<T[][]>(ref reader, options)!;
            int width = rows.Length == 0 ? 0 : rows[0]?.Length ?? 0;
            if (rows.Any(row => row?.Length != width))
                throw new JsonException("The rows are not of one length.");
            T[,] matrix = new T[rows.Length, width];
            for (int i = 0; i < rows.Length; i++)
            {
                for (int j = 0; j < width; j++)
                    matrix[i, j] = rows[i][j];
            }
            return matrix;
        }

        public override void Write(Utf8JsonWriter writer, T[,] value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            for (int i = 0; i < value.GetLength(0); i++)
            {
                writer.WriteStartArray();
                for (int j = 0; j < value.GetLength(1); j++)
                    JsonSerializer.Serialize(writer, value[i, j], options);
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
        }
    }
}
