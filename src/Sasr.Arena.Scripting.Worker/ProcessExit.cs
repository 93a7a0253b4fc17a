using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sasr.Arena.Scripting;

/// <summary>The end of this process. Not Environment.Exit: that runs handlers, which a script may have registered.</summary>
internal static class ProcessExit
{
    public static void Now()
    {
        if (OperatingSystem.IsWindows())
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
        else
        {
            // The first process of a namespace cannot kill itself with a signal.
            _exit(0);
        }
    }

    [DllImport("libc")]
    private static extern void _exit(int status);
}
