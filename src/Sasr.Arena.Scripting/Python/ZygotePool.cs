namespace Sasr.Arena.Scripting.Python;

/// <summary>A worker's zygotes: one for candidates, one for test files where there are any, and a spare for whichever goes first.</summary>
internal sealed class ZygotePool(ZygoteLauncher launcher, PythonRunnerOptions options) : IDisposable
{
    private readonly Lock _lock = new();
    private Zygote? _candidates, _tests, _spare;
    private bool _isStopped;

    /// <summary>The zygote that forks candidates.</summary>
    /// <exception cref="ZygoteException">None comes up.</exception>
    public Zygote ForCandidates() => Ready(ref _candidates);

    /// <summary>The zygote that forks processes of test files: never one that has forked a candidate.</summary>
    /// <exception cref="ZygoteException">None comes up.</exception>
    public Zygote ForTests() => Ready(ref _tests);

    /// <summary>Has zygotes again for the next candidate.</summary>
    public void Resume()
    {
        lock (_lock)
            _isStopped = false;
    }

    /// <summary>Kills what runs now, and gives no zygotes until <see cref="Resume"/>; from any thread.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
            _candidates?.Kill();
            _tests?.Kill();
        }
    }

    /// <summary>Replaces what is dead or has served long enough, while nobody waits.</summary>
    public void Refresh()
    {
        Retire(ref _candidates);
        Retire(ref _tests);
        _spare ??= launcher.StartSpare();
    }

    public void Dispose()
    {
        _candidates?.Dispose();
        _tests?.Dispose();
        _spare?.Dispose();
    }

    private Zygote Ready(ref Zygote? zygote)
    {
        Retire(ref zygote);
        if (zygote is null)
        {
            Zygote started = launcher.Start(Interlocked.Exchange(ref _spare, null));
            lock (_lock)
                zygote = started;
        }
        lock (_lock)
            return _isStopped ? throw new ZygoteException("The runner was stopped.") : zygote;
    }

    private void Retire(ref Zygote? zygote)
    {
        if (zygote is null || (!zygote.IsDead && zygote.Runs < options.CandidatesPerProcess))
            return;
        Zygote old = zygote;
        lock (_lock)
            zygote = null;
        old.Dispose();
    }
}
