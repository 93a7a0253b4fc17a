using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Scripting;

/// <summary>Limits of the worker processes that run scripts.</summary>
public sealed record ScriptHostOptions
{
    /// <summary>Worker processes; scripts are loaded in each that needs them.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Workers that stand ready, started and warmed up, to take over where one dies or is recycled.</summary>
    public int Spares { get; init; } = 1;

    /// <summary>From the first work of a worker to the start of the first spare: a short command needs none.</summary>
    public TimeSpan SpareDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the start of a worker to its first reply.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>To compile a script and run its top level.</summary>
    public TimeSpan LoadDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For one call: an answer judged, a step in a game, or <see cref="ChunkSize"/> problems generated.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Managed memory of a worker; a script that asks for more takes its worker down.</summary>
    public long MemoryBytes { get; init; } = 768L << 20;

    /// <summary>Calls that are sent to a worker together, at most.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Calls that wait for one worker, at most; more wait where they are made.</summary>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>Problems that are generated in one call, at most.</summary>
    public int ChunkSize { get; init; } = 32;

    /// <summary>Scripts that a worker keeps; the one used longest ago goes first, and is loaded again when it is needed.</summary>
    public int LoadedScripts { get; init; } = 256;

    /// <summary>Calls after which a worker is replaced by a new one.</summary>
    public long RecycleCalls { get; init; } = 5_000_000;

    /// <summary>Memory, in bytes of working set, above which a worker is replaced by a new one.</summary>
    public long RecycleBytes { get; init; } = 1L << 30;

    /// <summary>How answers that are programs are run, in processes of their own.</summary>
    public CodeRunnerOptions Programs { get; init; } = new();

    /// <summary>What an answer that is a program may use.</summary>
    public ProgramLimits ProgramLimits { get; init; } = new();

    /// <summary>Gets every line that scripts print; null to drop them.</summary>
    public Action<string>? Output { get; init; }

    /// <summary>Lets C# scripts past the static gates: only for tests of what lies behind them.</summary>
    internal bool SkipGates { get; init; }
}
