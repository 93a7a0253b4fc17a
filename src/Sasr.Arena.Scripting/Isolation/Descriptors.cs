using System.Globalization;
using System.Runtime.InteropServices;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>This process's open files.</summary>
internal static class Descriptors
{
    private const int GetFlags = 1, SetFlags = 2, CloseOnExec = 1;

    /// <summary>
    /// Keeps all but the standard streams from the next child. What .NET opens is kept anyway; what this process was itself given,
    /// and what native libraries open, is not.
    /// </summary>
    /// <param name="except">One that the next child is to have.</param>
    public static void KeepFromChildren(int? except)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            int descriptor = int.Parse(Path.GetFileName(entry), CultureInfo.InvariantCulture);
            if (descriptor > 2 && descriptor != except && fcntl(descriptor, GetFlags, 0) is var flags and >= 0 && (flags & CloseOnExec) == 0)
                _ = fcntl(descriptor, SetFlags, flags | CloseOnExec);
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int descriptor, int command, int argument);
}
