using System.Buffers.Binary;

namespace Sasr.Arena.Scripting.Python;

/// <summary>What is exchanged with the zygote: a kind, the number of a run and a length, both of four bytes, little-endian, and as many bytes.</summary>
internal sealed class ZygoteFrames(Stream input, Stream output)
{
    private const int HeaderBytes = 9;
    private const int MaxContentBytes = 1 << 16;

    private readonly Lock _writing = new();
    private readonly byte[] _content = new byte[MaxContentBytes];

    /// <summary>Sends the zygote its own source, which it expects before any frame.</summary>
    /// <exception cref="IOException">It has ended.</exception>
    public void WriteSetup(ReadOnlySpan<byte> source)
    {
        input.Write(source);
        input.Flush();
    }

    /// <summary>Sends a frame; several threads may.</summary>
    /// <exception cref="IOException">The zygote has ended.</exception>
    public void Write(ZygoteFrameKind kind, uint run, ReadOnlySpan<byte> content)
    {
        byte[] frame = new byte[HeaderBytes + content.Length];
        frame[0] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(1), run);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(5), content.Length);
        content.CopyTo(frame.AsSpan(HeaderBytes));
        lock (_writing)
        {
            input.Write(frame);
            input.Flush();
        }
    }

    /// <summary>The next frame, valid until the next call.</summary>
    /// <exception cref="IOException">The zygote has ended.</exception>
    /// <exception cref="InvalidDataException">It is longer than a frame may be.</exception>
    public ZygoteFrame Read()
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        output.ReadExactly(header);
        uint run = BinaryPrimitives.ReadUInt32LittleEndian(header[1..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header[5..]);
        if (length > MaxContentBytes)
            throw new InvalidDataException($"a frame of {length} bytes");
        output.ReadExactly(_content, 0, (int)length);
        return new ZygoteFrame((ZygoteFrameKind)header[0], run, _content.AsMemory(0, (int)length));
    }
}

/// <summary>A frame from the zygote.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Run">The run that it belongs to, from 1; 0 before the first.</param>
/// <param name="Content">What is in it.</param>
internal readonly record struct ZygoteFrame(ZygoteFrameKind Kind, uint Run, ReadOnlyMemory<byte> Content);

/// <summary>What a frame means.</summary>
internal enum ZygoteFrameKind : byte
{
    /// <summary>Fork a child.</summary>
    Run = (byte)'R',

    /// <summary>For the child's protocol, or from it.</summary>
    Data = (byte)'D',

    /// <summary>Kill the child.</summary>
    End = (byte)'X',

    /// <summary>What the child printed.</summary>
    Output = (byte)'O',

    /// <summary>The child has ended, and what it left behind is gone.</summary>
    Ended = (byte)'E',

    /// <summary>The zygote is ready.</summary>
    Ready = (byte)'H',

    /// <summary>How long has the child waited for others; and the answer, in nanoseconds.</summary>
    Waited = (byte)'W',
}
