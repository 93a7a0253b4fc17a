using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>
/// A worker that is always there: one thread takes the calls that wait, sends them together, and starts another process
/// where one dies. Of a batch in which a process died, only the call to blame fails; the others run again, one by one.
/// </summary>
internal sealed class ScriptWorker : IAsyncDisposable
{
    private static readonly ObjectDisposedException Closed = new(nameof(ScriptHost));

    private readonly WorkerLauncher _launcher;
    private readonly ScriptHostOptions _options;
    private readonly CallQueue _queue = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _pump;
    private volatile WorkerProcess? _process;
    private long _games;

    public ScriptWorker(WorkerLauncher launcher, ScriptHostOptions options)
    {
        (_launcher, _options) = (launcher, options);
        _pump = Task.Factory.StartNew(Pump, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Id of the process; null while there is none.</summary>
    public int? ProcessId => _process?.Id;

    public long NewGame() => Interlocked.Increment(ref _games);

    /// <summary>The call's result, which may be the script's error.</summary>
    /// <exception cref="InfrastructureException">The worker died over it, or cannot be started.</exception>
    public Task<WorkResult> RunAsync(WorkCall call)
    {
        Post(call);
        return call.Result;
    }

    /// <summary>The same, with nobody waiting.</summary>
    public void Post(WorkCall call)
    {
        if (!_queue.Add(call))
            call.Fail(Closed);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _closing.CancelAsync();
        _process?.Kill();
        await _pump;
        _closing.Dispose();
    }

    private void Pump()
    {
        var calls = new List<WorkCall>(_options.BatchSize);
        while (_queue.Take(calls, _options.BatchSize))
        {
            Run(calls);
            calls.Clear();
        }
        _process?.Dispose();
        _process = null;
    }

    private void Run(IReadOnlyList<WorkCall> calls)
    {
        try
        {
            if (Exchange(calls))
                return;
        }
        catch (Exception e) when (e is InfrastructureException or OperationCanceledException)
        {
            if (_closing.IsCancellationRequested || e is not WorkerDiedException died)
            {
                Fail(calls, _closing.IsCancellationRequested ? Closed : e);
                return;
            }
            died.Blamed?.Fail(died);
        }
        foreach (WorkCall call in calls.Where(call => !call.IsDone))
            Run([call]);
    }

    /// <summary>Runs the calls as one batch.</summary>
    /// <returns>False where they are too long for one.</returns>
    private bool Exchange(IReadOnlyList<WorkCall> calls)
    {
        WorkerProcess process = Running();
        _closing.Token.ThrowIfCancellationRequested();
        var batch = new Batch(process, _options);
        foreach (WorkCall call in calls)
            batch.Add(call);
        try
        {
            if (batch.Send())
            {
                batch.ReceiveAll();
                return true;
            }
            End(process);
            if (calls.Count == 1)
                throw new InfrastructureException("What the script was to be given is too large.");
            return false;
        }
        catch (WorkerDiedException e)
        {
            End(process);
            if (e.AtDeadline || calls.Count == 1)
                e.Blamed = batch.Current;
            throw;
        }
    }

    private WorkerProcess Running()
    {
        if (_process is { HasExited: true } dead)
            End(dead);
        return _process ??= _launcher.Start(_closing.Token);
    }

    private void End(WorkerProcess process)
    {
        process.Dispose();
        _process = null;
    }

    private static void Fail(IEnumerable<WorkCall> calls, Exception reason)
    {
        foreach (WorkCall call in calls)
            call.Fail(reason);
    }
}
