using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Sasr.Arena.Scripting.Confinement;

/// <summary>Puts the inner seccomp filter on this process, for good.</summary>
internal static class InnerFilter
{
    private const int SetNoNewPrivileges = 38;
    private const int SetModeFilter = 1;
    private const int AllThreads = 1;

    /// <summary>All threads that there are, and all to come. Nothing happens where there are no such filters.</summary>
    /// <param name="required">Whether it is an error where the kernel refuses.</param>
    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public static unsafe void Install(bool required)
    {
        if (!SeccompFilter.IsSupported)
            return;
        byte[] filter = SeccompFilter.Inner();
        fixed (byte* instructions = filter)
        {
            var program = new FilterProgram((ushort)(filter.Length / SeccompFilter.InstructionBytes), instructions);
            bool installed = prctl(SetNoNewPrivileges, 1, 0, 0, 0) == 0
                && syscall(Syscall.Seccomp.Number!.Value, SetModeFilter, AllThreads, &program) == 0;
            if (required && !installed)
                throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int prctl(int option, nint first, nint second, nint third, nint fourth);

    [DllImport("libc", SetLastError = true)]
    private static extern unsafe nint syscall(nint number, nint operation, nint flags, void* argument);

    /// <summary>The kernel's struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly unsafe struct FilterProgram(ushort length, byte* instructions)
    {
        private readonly ushort _length = length;
        private readonly byte* _instructions = instructions;
    }
}
