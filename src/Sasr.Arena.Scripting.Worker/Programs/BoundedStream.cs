using System.Text;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Keeps UTF-8 text that is written to it, up to a length.</summary>
/// <param name="length">In UTF-16 units; of bytes, three times as many are kept.</param>
internal sealed class BoundedStream(int length) : MemoryStream
{
    public bool IsOverflowed { get; private set; }

    // Where this is overridden, a memory stream writes spans by it too.
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Length + count > 3L * length)
            throw Overflow();
        base.Write(buffer, offset, count);
    }

    /// <exception cref="IOException">It is too long.</exception>
    public string Take()
    {
        string text = Encoding.UTF8.GetString(GetBuffer(), 0, (int)Length);
        return text.Length <= length ? text : throw Overflow();
    }

    private IOException Overflow()
    {
        IsOverflowed = true;
        return new IOException("The stream is full.");
    }
}
