using System.Buffers.Binary;
using System.Text;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>Reads what <see cref="FieldWriter"/> wrote. Nothing in it is believed: whatever does not add up is no message.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> _rest = content;

    /// <exception cref="InvalidDataException">The content ends before it.</exception>
    public byte ReadByte() => Take(1)[0];

    /// <inheritdoc cref="ReadByte"/>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <inheritdoc cref="ReadByte"/>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <inheritdoc cref="ReadByte"/>
    public double ReadDouble() => BitConverter.Int64BitsToDouble(ReadInt64());

    /// <exception cref="InvalidDataException">The content ends before it, or it is null.</exception>
    public string ReadString() => ReadOptionalString() ?? throw new InvalidDataException("A text is missing.");

    /// <inheritdoc cref="ReadByte"/>
    public string? ReadOptionalString() => ReadOptionalBytes(out ReadOnlySpan<byte> bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <returns>False for null.</returns>
    /// <inheritdoc cref="ReadByte"/>
    public bool ReadOptionalBytes(out ReadOnlySpan<byte> bytes)
    {
        int length = ReadInt32();
        bytes = length == -1 ? default : Take(length);
        return length != -1;
    }

    /// <summary>How many of something follow.</summary>
    /// <param name="leastBytes">What one of them takes at least: no more is allocated for than can be there.</param>
    /// <exception cref="InvalidDataException">There are not as many.</exception>
    public int ReadCount(int leastBytes)
    {
        int count = ReadInt32();
        return count >= 0 && count <= _rest.Length / leastBytes
            ? count
            : throw new InvalidDataException($"{count} items in {_rest.Length} bytes.");
    }

    /// <summary>Which of a table's entries is meant.</summary>
    /// <exception cref="InvalidDataException">None.</exception>
    public int ReadIndex(int count) => ReadInt32() is var index && index >= 0 && index < count
        ? index
        : throw new InvalidDataException($"There is no entry {index} among {count}.");

    /// <exception cref="InvalidDataException">Something follows.</exception>
    public readonly void End()
    {
        if (_rest.Length > 0)
            throw new InvalidDataException($"{_rest.Length} bytes after the end of a message.");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > _rest.Length)
            throw new InvalidDataException("A message is cut off.");
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
