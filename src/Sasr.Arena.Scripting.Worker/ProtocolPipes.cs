using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sasr.Arena.Scripting;

/// <summary>
/// The protocol's two streams, taken away from standard input and output so that nothing a script prints or reads
/// can get between frames: a script finds an empty input, and what it prints goes to standard error.
/// </summary>
internal static class ProtocolPipes
{
    private const int FirstDescriptor = 100;
    private const int DuplicateCloseOnExec = 1030;
    private const int ReadOnly = 0;

    public static (Stream Input, Stream Output) Take()
    {
        Stream input, output;
        if (OperatingSystem.IsLinux())
        {
            input = Move(0, FileAccess.Read);
            output = Move(1, FileAccess.Write);
            int empty = Check(open("/dev/null", ReadOnly));
            _ = Check(dup2(empty, 0));
            _ = Check(dup2(2, 1));
            _ = close(empty);
        }
        else
        {
            input = Console.OpenStandardInput();
            output = Console.OpenStandardOutput();
        }
        Console.SetIn(TextReader.Null);
        Console.SetOut(Console.Error);
        return (input, output);
    }

    private static FileStream Move(int descriptor, FileAccess access)
    {
        int moved = Check(fcntl(descriptor, DuplicateCloseOnExec, FirstDescriptor));
        return new FileStream(new SafeFileHandle(moved, ownsHandle: true), access, bufferSize: 0);
    }

    private static int Check(int result) => result >= 0
        ? result
        : throw new IOException($"The protocol's pipes cannot be moved: error {Marshal.GetLastPInvokeError()}.");

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int descriptor, int command, int argument);

    [DllImport("libc", SetLastError = true)]
    private static extern int dup2(int from, int to);

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int open([MarshalAs(UnmanagedType.LPStr)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int descriptor);
}
