namespace Sasr.Arena.Scripting.Python;

/// <summary>How a child ended.</summary>
/// <param name="ExitCode">Its exit code, or its signal as a negative number.</param>
internal readonly record struct ChildEnd(int ExitCode)
{
    private const int OutOfMemoryCode = 251, FaultCode = 252;
    private const int CpuTimeExceeded = -24;

    public bool IsOutOfMemory => ExitCode == OutOfMemoryCode;

    public bool IsFault => ExitCode == FaultCode;

    public bool IsOutOfTime => ExitCode == CpuTimeExceeded;

    /// <summary>In words.</summary>
    public override string ToString() => ExitCode switch
    {
        -6 => "was aborted (SIGABRT)",
        -7 => "crashed (SIGBUS)",
        -8 => "crashed (SIGFPE)",
        -9 => "was killed (SIGKILL)",
        -11 => "crashed (SIGSEGV)",
        -4 => "crashed (SIGILL)",
        -31 => "was killed for a forbidden system call (SIGSYS)",
        < 0 => $"was ended by signal {-ExitCode}",
        _ => $"ended with exit code {ExitCode}",
    };
}
