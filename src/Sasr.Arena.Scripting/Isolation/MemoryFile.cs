using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>A file in memory that the next child process inherits under the same descriptor, and whose length nobody can change.</summary>
internal sealed class MemoryFile : IDisposable
{
    private const uint AllowSealing = 2;
    private const int AddSeals = 1033;
    private const int SealSealShrinkGrow = 1 | 2 | 4;

    public MemoryFile(string name, ReadOnlySpan<byte> content)
    {
        Descriptor = memfd_create(name, AllowSealing);
        if (Descriptor < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        Handle = new SafeFileHandle(Descriptor, ownsHandle: true);
        RandomAccess.Write(Handle, content, fileOffset: 0);
        // Whoever maps a file that another makes shorter is killed when it reads beyond the end.
        if (fcntl(Descriptor, AddSeals, SealSealShrinkGrow) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    public int Descriptor { get; }

    public SafeFileHandle Handle { get; }

    public void Dispose() => Handle.Dispose();

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int memfd_create([MarshalAs(UnmanagedType.LPStr)] string name, uint flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int descriptor, int command, int argument);
}
