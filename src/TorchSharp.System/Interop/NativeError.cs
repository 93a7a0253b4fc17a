using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>libtorch's errors as the exception that TorchSharp throws for them.</summary>
internal static class NativeError
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int status)
    {
        if (status != 0)
            throw Last();
    }

    /// <summary>The calling thread's last error, in its first line: the rest is libtorch's own call stack.</summary>
    public static ExternalException Last()
    {
        var message = Marshal.PtrToStringUTF8(NativeMethods.ts_error()) ?? "";
        var end = message.IndexOf('\n', StringComparison.Ordinal);
#pragma warning disable CA2201 // The type is part of TorchSharp's contract.
        return new ExternalException(end < 0 ? message : message[..end]);
#pragma warning restore CA2201
    }
}
