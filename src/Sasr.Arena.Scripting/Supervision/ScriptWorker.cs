using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>
/// A worker that is always there: one thread takes the calls that wait, sends them in batches, the next while the last one runs, and
/// takes another process where one dies. Only the call to blame fails; the others that were with the process run again.
/// </summary>
internal sealed class ScriptWorker : IAsyncDisposable
{
    private const int BatchesInFlight = 2;

    private static readonly ObjectDisposedException Closed = new(nameof(ScriptHost));

    private readonly WorkerSupply _supply;
    private readonly ScriptHostOptions _options;
    private readonly CallQueue _queue = new();
    private readonly SemaphoreSlim _room;
    private readonly CancellationTokenSource _closing = new();
    private readonly Queue<Batch> _flight = new();
    private readonly Task _pump;
    private volatile WorkerProcess? _process;
    private bool _replacing;
    private long _games;

    public ScriptWorker(WorkerSupply supply, ScriptHostOptions options)
    {
        (_supply, _options) = (supply, options);
        _room = new SemaphoreSlim(options.QueueCapacity);
        _pump = Task.Factory.StartNew(Pump, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Id of the process; null while there is none.</summary>
    public int? ProcessId => _process?.Id;

    public long NewGame() => Interlocked.Increment(ref _games);

    /// <summary>The call's result, which may be the script's error. It waits first where too many calls wait already.</summary>
    /// <exception cref="InfrastructureException">The worker died over it, or cannot be started.</exception>
    public Task<WorkResult> RunAsync(WorkCall call)
    {
        if (!_room.Wait(0))
            return RunLaterAsync(call);
        call.TakesRoom = true;
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
    }

    private async Task<WorkResult> RunLaterAsync(WorkCall call)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation, _closing.Token);
        try
        {
            await _room.WaitAsync(cancelled.Token);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            throw Closed;
        }
        call.TakesRoom = true;
        Post(call);
        return await call.Result;
    }

    private void Pump()
    {
        while (true)
        {
            while (CanSend())
            {
                if (_queue.Take(_options.BatchSize, wait: _flight.Count == 0) is { } calls)
                {
                    MakeRoom(calls);
                    Send(calls);
                }
                else if (_flight.Count > 0)
                {
                    break;
                }
                else
                {
                    _process?.Dispose();
                    _process = null;
                    return;
                }
            }
            Receive();
        }
    }

    private bool CanSend() =>
        _flight.Count == 0 || (_flight.Count < BatchesInFlight && !IsWorn() && !_flight.Peek().Calls[0].Alone);

    private void MakeRoom(WorkCall[] calls)
    {
        int taken = 0;
        foreach (WorkCall call in calls)
        {
            taken += call.TakesRoom ? 1 : 0;
            call.TakesRoom = false;
        }
        if (taken > 0)
            _room.Release(taken);
    }

    private void Send(WorkCall[] calls)
    {
        try
        {
            WorkerProcess process = Running();
            _closing.Token.ThrowIfCancellationRequested();
            var batch = new Batch(process, _options, calls);
            if (!batch.Send())
                SplitUp(calls);
            else if (!batch.IsEmpty)
                _flight.Enqueue(batch);
        }
        catch (WorkerDiedException e)
        {
            Bury(e, calls);
        }
        catch (Exception e) when (e is InfrastructureException or OperationCanceledException)
        {
            Fail(calls, _closing.IsCancellationRequested ? Closed : e);
        }
    }

    private void Receive()
    {
        try
        {
            _flight.Peek().Receive();
            _flight.Dequeue();
            _supply.Begin();
            if (_flight.Count == 0 && IsWorn())
                End();
        }
        catch (WorkerDiedException e)
        {
            Bury(e, []);
        }
    }

    // What the batch was to load is not loaded, though the process counts it as such: with the batch goes the process.
    private void SplitUp(WorkCall[] calls)
    {
        if (calls is [var only])
            only.Fail(new InfrastructureException("What the script was to be given is too large."));
        RunAgain(calls, alone: true);
    }

    private void Bury(WorkerDiedException death, WorkCall[] unsent)
    {
        WorkCall? guilty = _flight.TryPeek(out Batch? batch) ? batch.Guilty(death.AtDeadline) : null;
        if (guilty is null && Undone(unsent) is [{ Alone: true } only])
            guilty = only;
        if (!_closing.IsCancellationRequested)
            WorkerMetrics.Died(death.Message);
        guilty?.Fail(_closing.IsCancellationRequested ? Closed : death);
        RunAgain(unsent, alone: guilty is null);
    }

    /// <summary>Ends the process, and has everything that was with it run on another.</summary>
    private void RunAgain(WorkCall[] unsent, bool alone)
    {
        WorkCall[] calls = Undone(unsent);
        _flight.Clear();
        End();
        if (_closing.IsCancellationRequested)
        {
            Fail(calls, Closed);
            return;
        }
        foreach (WorkCall call in calls)
            call.Alone |= alone;
        _queue.Return(calls);
    }

    private WorkCall[] Undone(WorkCall[] unsent) =>
        [.. _flight.SelectMany(batch => batch.Calls).Concat(unsent).Where(call => !call.IsDone)];

    private WorkerProcess Running()
    {
        if (_process is { HasExited: true })
            End();
        if (_process is null)
        {
            _process = _supply.Take(_closing.Token);
            if (_replacing)
                WorkerMetrics.Restarted();
        }
        return _process;
    }

    private bool IsWorn() =>
        _process is { Games.Count: 0, Programs.Count: 0 } process
        && (process.IsExhausted || process.Calls >= _options.RecycleCalls || process.WorkingSetBytes > _options.RecycleBytes);

    private void End()
    {
        _process?.Dispose();
        _process = null;
        _replacing = true;
    }

    private static void Fail(IEnumerable<WorkCall> calls, Exception reason)
    {
        foreach (WorkCall call in calls)
            call.Fail(reason);
    }
}
