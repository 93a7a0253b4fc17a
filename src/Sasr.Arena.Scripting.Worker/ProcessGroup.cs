using System.Runtime.InteropServices;

namespace Sasr.Arena.Scripting;

/// <summary>The processes that a terminal signals together, and that may be named together in system calls.</summary>
internal static class ProcessGroup
{
    /// <summary>Makes this process a group of its own, where it is not one already.</summary>
    public static void Leave()
    {
        if (!OperatingSystem.IsWindows())
            _ = setpgid(0, 0); // EPERM for the leader of a session, whose group is its own
    }

    [DllImport("libc")]
    private static extern int setpgid(int process, int group);
}
