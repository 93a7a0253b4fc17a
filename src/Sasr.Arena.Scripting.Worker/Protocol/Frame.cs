using System.Buffers.Binary;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>What the supervisor and the worker exchange: a length of four bytes, little-endian, and as many bytes of a <see cref="Message"/>.</summary>
internal static class Frame
{
    /// <summary>Raised by every change of the frames or of what is in them.</summary>
    public const int Version = 4;

    /// <summary>A longer frame is a broken or a hostile one.</summary>
    public const int MaxBytes = 64 << 20;

    public const int HeaderBytes = sizeof(int);

    public static void WriteHeader(Span<byte> frame) =>
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - HeaderBytes);

    /// <summary>The next frame's content, in the buffer, which grows as needed; -1 at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The length is negative or above <see cref="MaxBytes"/>, or the frame is cut off.</exception>
    public static int Read(Stream stream, ref byte[] buffer)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        int read = stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        if (read == 0)
            return -1;
        if (read < HeaderBytes)
            throw new InvalidDataException("A frame's length is cut off.");
        int length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < 0 or > MaxBytes)
            throw new InvalidDataException($"A frame of {length} bytes; at most {MaxBytes} are allowed.");
        if (buffer.Length < length)
            buffer = new byte[Math.Max(length, 2 * buffer.Length)];
        if (stream.ReadAtLeast(buffer.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
            throw new InvalidDataException("A frame is cut off.");
        return length;
    }
}
