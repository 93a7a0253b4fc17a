using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>
/// Gives workers out: one of the spares, which have compiled their first script already, or else a new one. A thread of its own
/// makes the spares, because a process in the sandbox ends with the thread that started it.
/// </summary>
internal sealed class WorkerSupply : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly WorkerLauncher _launcher;
    private readonly ScriptHostOptions _options;
    private readonly Queue<WorkerProcess> _spares = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly Thread? _thread;
    private int _begun;

    public WorkerSupply(WorkerLauncher launcher, ScriptHostOptions options)
    {
        (_launcher, _options) = (launcher, options);
        if (options.Spares == 0)
            return;
        _thread = new Thread(MakeSpares) { IsBackground = true, Name = "spare workers" };
        _thread.Start();
    }

    /// <summary>Spares that stand ready.</summary>
    public int Count
    {
        get
        {
            lock (_spares)
                return _spares.Count;
        }
    }

    /// <summary>A worker that nobody else has.</summary>
    /// <exception cref="InfrastructureException">No worker came up.</exception>
    public WorkerProcess Take(CancellationToken ct)
    {
        lock (_spares)
        {
            while (_spares.TryDequeue(out WorkerProcess? spare))
            {
                _wanted.Release();
                if (!spare.HasExited)
                    return spare;
                spare.Dispose();
            }
        }
        return _launcher.Start(ct);
    }

    /// <summary>Says that a worker has done some work, so that it is worth having spares.</summary>
    public void Begin()
    {
        if (_thread is not null && Interlocked.Exchange(ref _begun, 1) == 0)
            _wanted.Release();
    }

    public void Dispose()
    {
        _closing.Cancel();
        _thread?.Join();
        lock (_spares)
        {
            foreach (WorkerProcess spare in _spares)
                spare.Dispose();
        }
        _wanted.Dispose();
        _closing.Dispose();
    }

    private void MakeSpares()
    {
        try
        {
            _wanted.Wait(_closing.Token);
            _closing.Token.WaitHandle.WaitOne(_options.SpareDelay);
            while (true)
            {
                while (Count < _options.Spares)
                    MakeSpare();
                _wanted.Wait(_closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The supply is closed.
        }
    }

    private void MakeSpare()
    {
        _closing.Token.ThrowIfCancellationRequested();
        WorkerProcess? spare = null;
        try
        {
            spare = _launcher.Start(_closing.Token);
            using (_closing.Token.Register(spare.Kill))
                WarmUp.Run(spare, _options.LoadDeadline);
            lock (_spares)
                _spares.Enqueue(spare);
        }
        catch (InfrastructureException)
        {
            // Whoever needs a worker finds out for itself, and says so.
            spare?.Dispose();
            _closing.Token.WaitHandle.WaitOne(Pause);
        }
    }
}
