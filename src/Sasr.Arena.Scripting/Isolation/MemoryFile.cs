using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>A file in memory that the next child process inherits under the same descriptor.</summary>
internal sealed class MemoryFile : IDisposable
{
    public MemoryFile(string name, ReadOnlySpan<byte> content)
    {
        Descriptor = memfd_create(name, flags: 0);
        if (Descriptor < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        Handle = new SafeFileHandle(Descriptor, ownsHandle: true);
        RandomAccess.Write(Handle, content, fileOffset: 0);
    }

    public int Descriptor { get; }

    public SafeFileHandle Handle { get; }

    public void Dispose() => Handle.Dispose();

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int memfd_create([MarshalAs(UnmanagedType.LPStr)] string name, uint flags);
}
