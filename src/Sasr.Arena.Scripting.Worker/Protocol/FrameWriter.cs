using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>Makes frames in one buffer that is used again for the next.</summary>
internal sealed class FrameWriter : IDisposable
{
    private const int KeptBytes = 4 << 20;

    private readonly Utf8JsonWriter _json = new(Stream.Null, MessageJson.WriterOptions);
    private ArrayBufferWriter<byte> _buffer = new();

    /// <summary>The message as a frame, valid until the next call; empty where it is longer than a frame may be.</summary>
    public ReadOnlyMemory<byte> Write(WorkRequest request)
    {
        Begin();
        Message.Write(request, _buffer, _json);
        return End();
    }

    /// <inheritdoc cref="Write(WorkRequest)"/>
    public ReadOnlyMemory<byte> Write(WorkReply reply)
    {
        Begin();
        Message.Write(reply, _buffer, _json);
        return End();
    }

    public void Dispose() => _json.Dispose();

    private void Begin()
    {
        if (_buffer.Capacity > KeptBytes)
            _buffer = new ArrayBufferWriter<byte>();
        _buffer.ResetWrittenCount();
        _buffer.Write(stackalloc byte[Frame.HeaderBytes]);
        _json.Reset(_buffer);
    }

    private ReadOnlyMemory<byte> End()
    {
        if (_buffer.WrittenCount - Frame.HeaderBytes > Frame.MaxBytes)
            return default;
        Memory<byte> frame = MemoryMarshal.AsMemory(_buffer.WrittenMemory);
        Frame.WriteHeader(frame.Span);
        return frame;
    }
}
