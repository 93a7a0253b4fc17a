using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>A file in memory that the next child process inherits under the same descriptor.</summary>
internal sealed class MemoryFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    public MemoryFile(string name, ReadOnlySpan<byte> content)
    {
        Descriptor = memfd_create(name, flags: 0);
        if (Descriptor < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        _handle = new SafeFileHandle(Descriptor, ownsHandle: true);
        RandomAccess.Write(_handle, content, fileOffset: 0);
    }

    public int Descriptor { get; }

    public void Dispose() => _handle.Dispose();

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int memfd_create([MarshalAs(UnmanagedType.LPStr)] string name, uint flags);
}
