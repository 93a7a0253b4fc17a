using System.Globalization;
using System.Runtime.CompilerServices;

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
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        foreach (object part in parts)
        {
            text.AppendFormatted(part);
            text.AppendLiteral("\u001f");
        }
        ulong seed = TextHash.Of(text.Text);
        text.Clear();
        return seed;
    }
}
