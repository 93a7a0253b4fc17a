using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>What a candidate is judged with.</summary>
/// <param name="Pool">Where children come from.</param>
/// <param name="Options">The runner's.</param>
/// <param name="Limits">The candidate's.</param>
/// <param name="Progress">How far it has come; kept here for verdicts on what ends it from outside.</param>
/// <param name="IsSandbox">Whether the kernel holds it.</param>
internal sealed record JudgeContext(ZygotePool Pool, PythonRunnerOptions Options, ProgramLimits Limits, Progress Progress, bool IsSandbox)
{
    private const int FileBytes = 16 << 20;
    private const int Processes = 16, UncountedProcesses = 1 << 16;

    /// <summary>What a test file may have besides what the candidate may, and gives to it; in bytes.</summary>
    public const long MemoryOfTests = 256L << 20;

    /// <summary>Forks a candidate's child with a job, and waits until it begins.</summary>
    public ChildRun Begin(object job)
    {
        ChildRun run = ChildRun.Begin(Pool.ForCandidates(), JsonSerializer.SerializeToUtf8Bytes(job), Options.StartDeadline);
        run.WaitUntilStarted(Options.StartDeadline);
        return run;
    }

    /// <summary>The kernel's limits for a child.</summary>
    /// <param name="cases">How often it may use its time.</param>
    /// <param name="forTests">Whether a test file runs in it.</param>
    public object LimitsFor(int cases, bool forTests = false) => new
    {
        memory = Math.Min(Limits.MemoryBytes, Options.MemoryBytes) + (forTests ? MemoryOfTests : 0),
        cpu = (long)Math.Min(1_000_000, (Math.Ceiling(Limits.Time.TotalSeconds) * cases) + 1),
        file = FileBytes,
        processes = IsSandbox ? Processes : UncountedProcesses, // the kernel counts those of the user, outside a sandbox all of them
    };
}
