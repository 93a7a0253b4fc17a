namespace Sasr.Arena.Scripting.Programs;

/// <summary>What a code runner may use.</summary>
public sealed record CodeRunnerOptions
{
    /// <summary>Processes that run candidates, each one at a time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// What a candidate may keep on the heap, in bytes. A process gets it at its start: a call that allows less is held to this, and
    /// one that allows more is not judged.
    /// </summary>
    public long MemoryBytes { get; init; } = 384L << 20;

    /// <summary>To compile a candidate, and for a file of tests to get from one call of the candidate to the next.</summary>
    public TimeSpan CompileDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Runs candidates also where the kernel does not hold them: only for code that is as trusted as one's own.</summary>
    public bool AllowUnsandboxed { get; init; }

    /// <inheritdoc cref="ScriptHostOptions.SkipGates"/>
    internal bool SkipGates { get; init; }
}
