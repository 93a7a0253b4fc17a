using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Weights;

/// <summary>
/// The safetensors file format (github.com/huggingface/safetensors): eight bytes with the header's length,
/// little-endian; the header in JSON with each tensor's type, shape and place; the tensors' bytes.
/// </summary>
public static class Safetensors
{
    private const int MaxHeader = 100_000_000;

    private static readonly (string Name, ScalarType Type)[] Types =
    [
        ("F64", ScalarType.Float64), ("F32", ScalarType.Float32), ("F16", ScalarType.Float16), ("BF16", ScalarType.BFloat16),
        ("I64", ScalarType.Int64), ("I32", ScalarType.Int32), ("I16", ScalarType.Int16), ("I8", ScalarType.Int8),
        ("U8", ScalarType.Byte), ("BOOL", ScalarType.Bool),
    ];

    /// <summary>Reads all tensors, to the CPU.</summary>
    /// <exception cref="InputException">The file is missing, cut short, or not of this format.</exception>
    public static Dictionary<string, Tensor> Load(string path)
    {
        var tensors = new Dictionary<string, Tensor>();
        try
        {
            using FileStream file = File.OpenRead(path);
            JsonObject header = ReadHeader(file);
            long start = file.Position;
            foreach ((string name, JsonNode? entry) in header)
            {
                if (name != "__metadata__")
                    tensors[name] = ReadTensor(file, start, name, entry!);
            }
            return tensors;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException
            or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            foreach (Tensor tensor in tensors.Values)
                tensor.Dispose();
            throw new InputException($"{path}: not a safetensors file that can be read: {e.Message}", e);
        }
    }

    /// <summary>Writes tensors in the order of their names; the same tensors give the same bytes.</summary>
    public static void Save(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        using DisposeScope scope = NewDisposeScope();
        (string Name, Tensor Tensor)[] sorted =
        [
            .. tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => (pair.Key, pair.Value.detach().cpu().contiguous())),
        ];
        var header = new JsonObject { ["__metadata__"] = new JsonObject { ["format"] = "pt" } };
        long offset = 0;
        foreach ((string name, Tensor tensor) in sorted)
        {
            long end = offset + tensor.numel() * tensor.ElementSize;
            header[name] = new JsonObject
            {
                ["dtype"] = Types.First(type => type.Type == tensor.dtype).Name,
                ["shape"] = new JsonArray([.. tensor.shape.Select(size => (JsonNode?)size)]),
                ["data_offsets"] = new JsonArray(offset, end),
            };
            offset = end;
        }

        byte[] text = Encoding.UTF8.GetBytes(header.ToJsonString());
        int padded = (text.Length + 7) / 8 * 8;
        byte[] prefix = new byte[8 + padded];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, padded);
        prefix.AsSpan(8).Fill((byte)' ');
        text.CopyTo(prefix, 8);

        using FileStream file = File.Create(path);
        file.Write(prefix);
        foreach ((_, Tensor tensor) in sorted)
            file.Write(tensor.bytes);
        file.Flush(flushToDisk: true);
    }

    private static JsonObject ReadHeader(FileStream file)
    {
        byte[] size = new byte[8];
        file.ReadExactly(size);
        long length = BinaryPrimitives.ReadInt64LittleEndian(size);
        if (length is < 2 or > MaxHeader || length > file.Length - 8)
            throw new FormatException($"its header claims {length} bytes");
        byte[] text = new byte[length];
        file.ReadExactly(text);
        return JsonNode.Parse(text)!.AsObject();
    }

    private static Tensor ReadTensor(FileStream file, long start, string name, JsonNode entry)
    {
        string typeName = (string)entry["dtype"]!;
        int type = Array.FindIndex(Types, type => type.Name == typeName);
        if (type < 0)
            throw new FormatException($"tensor '{name}' has the unknown type '{typeName}'");
        long[] shape = [.. entry["shape"]!.AsArray().Select(size => (long)size!)];
        long begin = (long)entry["data_offsets"]![0]!, end = (long)entry["data_offsets"]![1]!;
        Tensor tensor = empty(shape, Types[type].Type);
        if (begin < 0 || end - begin != tensor.numel() * tensor.ElementSize || start + end > file.Length)
            throw new FormatException($"the place of tensor '{name}' does not fit its shape or the file");
        file.Position = start + begin;
        file.ReadExactly(tensor.bytes);
        return tensor;
    }
}
