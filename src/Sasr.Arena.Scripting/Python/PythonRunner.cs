using System.Collections.Concurrent;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>
/// Runs Python programs with the system's python3. Each runs in a process of its own, forked from one that has Python ready, in a
/// sandbox without network, other processes, and files but an empty folder; what it is to return or to print is not told to it.
/// </summary>
public sealed class PythonRunner : ICodeRunner
{
    private readonly BlockingCollection<PythonJob> _jobs = [];
    private readonly PythonWorker[] _workers;
    private bool _disposed;

    private PythonRunner(PythonInstallation python, ILauncher launcher, PythonRunnerOptions options)
    {
        Version = python.Version;
        var zygotes = new ZygoteLauncher(launcher, python, options);
        _workers = [.. Enumerable.Range(0, options.Workers).Select(_ => new PythonWorker(_jobs, zygotes, options))];
    }

    /// <inheritdoc/>
    public ProgramLanguage Language => ProgramLanguage.Python;

    /// <summary>Python's version, such as 3.11.7.</summary>
    public string Version { get; }

    /// <summary>Finds the machine's Python and makes a runner of it.</summary>
    /// <exception cref="InputException">There is no Python, or no sandbox for it and <see cref="PythonRunnerOptions.AllowUnsandboxed"/> is not set.</exception>
    public static PythonRunner Create(PythonRunnerOptions? options = null)
    {
        options ??= new PythonRunnerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        Sandbox sandbox = Sandbox.OfThisMachine;
        if (!options.AllowUnsandboxed)
            CodeRunners.Require(sandbox.Problem);
        return new PythonRunner(PythonInstallation.Find(options.Python), sandbox.Launcher, options);
    }

    /// <summary>Version of the python3 that a runner would use.</summary>
    /// <exception cref="InputException">There is none, or one too old.</exception>
    public static string FindVersion() => PythonInstallation.Find(null).Version;

    /// <summary>One without a sandbox, also where there is one.</summary>
    internal static PythonRunner CreatePlain(PythonRunnerOptions options) =>
        new(PythonInstallation.Find(options.Python), new PlainLauncher(), options);

    /// <inheritdoc/>
    public async ValueTask<Verdict> JudgeAsync(
        Candidate candidate, CandidateTests tests, ProgramLimits? limits = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(tests);
        ObjectDisposedException.ThrowIf(_disposed, this);
        ct.ThrowIfCancellationRequested();
        var job = new PythonJob(candidate, tests, limits ?? new ProgramLimits(), ct);
        _jobs.Add(job, ct);
        return await job.Verdict.WaitAsync(ct);
    }

    /// <summary>Kills every process that runs a candidate, as the system might.</summary>
    internal void KillProcesses()
    {
        foreach (PythonWorker worker in _workers)
            worker.Kill();
    }

    /// <summary>Ends every process; candidates that still wait or run end in infrastructure failures.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        _jobs.CompleteAdding();
        await Task.Run(() =>
        {
            foreach (PythonWorker worker in _workers)
                worker.Dispose();
        });
        _jobs.Dispose();
    }
}
