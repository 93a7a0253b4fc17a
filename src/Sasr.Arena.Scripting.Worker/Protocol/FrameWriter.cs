using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>Makes frames in one buffer that is used again for the next.</summary>
internal sealed class FrameWriter : IDisposable
{
    private const int KeptBytes = 4 << 20;

    private readonly Utf8JsonWriter _json = new(Stream.Null, MessageJson.WriterOptions);
    private ArrayBufferWriter<byte> _buffer = new();

    /// <summary>The message as a frame, valid until the next call; empty where it is longer than a frame may be.</summary>
    public ReadOnlyMemory<byte> Write<T>(T message, JsonTypeInfo<T> type)
    {
        if (_buffer.Capacity > KeptBytes)
            _buffer = new ArrayBufferWriter<byte>();
        _buffer.ResetWrittenCount();
        _buffer.Write(stackalloc byte[Frame.HeaderBytes]);
        _json.Reset(_buffer);
        JsonSerializer.Serialize(_json, message, type);
        _json.Flush();
        if (_buffer.WrittenCount - Frame.HeaderBytes > Frame.MaxBytes)
            return default;

        var frame = System.Runtime.InteropServices.MemoryMarshal.AsMemory(_buffer.WrittenMemory);
        Frame.WriteHeader(frame.Span);
        return frame;
    }

    public void Dispose() => _json.Dispose();
}
