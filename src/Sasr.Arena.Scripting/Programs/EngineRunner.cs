using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>
/// Runs candidates on the worker's engines. The workers run candidates and nothing else, one at a time, and are told inputs
/// only: what should come out is compared here. Files of tests run in workers of their own.
/// </summary>
internal sealed class EngineRunner : ICodeRunner
{
    // The compiler's share of a worker's heap.
    private const long OwnBytes = 128L << 20;

    private readonly CodeRunnerOptions _options;
    private readonly ProgramWorkers _programs;
    private readonly ProgramWorkers _tests;

    /// <param name="language">Of the candidates.</param>
    /// <param name="options">Limits.</param>
    /// <param name="launcher">Starts the workers.</param>
    /// <param name="program">The worker; null for the arena's own.</param>
    public EngineRunner(ProgramLanguage language, CodeRunnerOptions options, ILauncher launcher, ConfinedProgram? program = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        Language = language;
        _options = options;
        var host = new ScriptHostOptions { Workers = options.Workers, MemoryBytes = options.MemoryBytes + OwnBytes };
        program ??= WorkerProgram.Create(host);
        _programs = new ProgramWorkers(new WorkerPool(host, launcher, program), WarmUps.For(language), options.CompileDeadline);
        _tests = new ProgramWorkers(new WorkerPool(host, launcher, program), [], options.CompileDeadline);
    }

    /// <inheritdoc/>
    public ProgramLanguage Language { get; }

    /// <summary>Ids of the processes that run candidates.</summary>
    internal IEnumerable<int> ProcessIds => _programs.ProcessIds;

    /// <inheritdoc/>
    public async ValueTask<Verdict> JudgeAsync(
        Candidate candidate, CandidateTests tests, ProgramLimits? limits = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(tests);
        limits ??= new ProgramLimits();
        if (candidate.Language != Language)
            return Verdict.Failed($"A program in {candidate.Language} was given to the runner of {Language}.");
        if (limits.MemoryBytes > _options.MemoryBytes)
        {
            return Verdict.Failed(
                $"A candidate may use {limits.MemoryBytes >> 20} MiB, but the runner's workers have {_options.MemoryBytes >> 20} MiB.");
        }

        using ProgramSession session = await ProgramSession.OpenAsync(_programs, _options.CompileDeadline, ct);
        if (await session.WarmUpAsync() is { } cold)
            return cold;
        var program = new CandidateSession(session, limits, _options);
        Verdict? unfit = await program.CompileAsync(candidate, whole: tests is StandardIoTests);
        return unfit ?? tests switch
        {
            StandardIoTests io => await StandardIoJudge.JudgeAsync(program, io.Cases),
            FunctionTests functions => await FunctionJudge.JudgeAsync(program, functions),
            TestFile file => await JudgeAsync(program, file, ct),
            _ => Verdict.Failed($"The runner knows no tests of the kind {tests.GetType().Name}."),
        };
    }

    /// <summary>How a worker that runs candidates is.</summary>
    internal async Task<WorkerStatus?> StatusAsync(CancellationToken ct)
    {
        ProgramWorker worker = await _programs.TakeAsync(ct);
        try
        {
            return await worker.StatusAsync(_options.CompileDeadline, ct);
        }
        finally
        {
            _programs.GiveBack(worker);
        }
    }

    /// <summary>Ends the workers; what still runs is an infrastructure failure.</summary>
    public async ValueTask DisposeAsync()
    {
        await _programs.DisposeAsync();
        await _tests.DisposeAsync();
    }

    private async Task<Verdict> JudgeAsync(CandidateSession program, TestFile file, CancellationToken ct)
    {
        using ProgramSession tests = await ProgramSession.OpenAsync(_tests, _options.CompileDeadline, ct);
        return await new TestFileJudge(program, tests, _options.CompileDeadline).JudgeAsync(Language, file);
    }
}
