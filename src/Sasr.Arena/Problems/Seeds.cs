using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sasr.Arena.Problems;

/// <summary>
/// Derives seeds by hashing what they are for. Seeds are never added to or counted up: neighbours of such
/// sequences overlap, and train problems leak into test.
/// </summary>
public static class Seeds
{
    /// <summary>A seed that depends on every part and on their order.</summary>
    public static ulong Derive(params ReadOnlySpan<object> parts)
    {
        var text = new StringBuilder();
        foreach (object part in parts)
            text.Append(CultureInfo.InvariantCulture, $"{part}\u001f");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return BitConverter.ToUInt64(hash);
    }
}
