namespace Sasr.Arena.Scripting.Python;

/// <summary>How a <see cref="PythonRunner"/> works.</summary>
public sealed record PythonRunnerOptions
{
    /// <summary>Candidates that run at the same time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Path of the python3 to use; null for the first in the PATH.</summary>
    public string? Python { get; init; }

    /// <summary>Run candidates also where the machine has no sandbox for them: they can then do what the user can.</summary>
    public bool AllowUnsandboxed { get; init; }

    /// <summary>From the start of a process to its readiness.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Candidates after which a process is replaced.</summary>
    public int CandidatesPerProcess { get; init; } = 1000;

    /// <summary>The most that a candidate is given, whatever its limits say; in bytes.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;
}
