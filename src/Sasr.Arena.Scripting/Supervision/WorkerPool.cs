using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>Workers that trust each other's work: what runs in one pool never meets what runs in another.</summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private readonly WorkerSupply _supply;
    private readonly ScriptWorker[] _workers;
    private uint _next;

    /// <summary>A pool in this machine's sandbox.</summary>
    public WorkerPool(ScriptHostOptions options)
        : this(options, Sandbox.OfThisMachine.Launcher, WorkerProgram.Create(options))
    {
    }

    public WorkerPool(ScriptHostOptions options, ILauncher launcher, ConfinedProgram program)
    {
        _supply = new WorkerSupply(new WorkerLauncher(launcher, program, options), options);
        _workers = [.. Enumerable.Range(0, options.Workers).Select(_ => new ScriptWorker(_supply, options))];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ScriptWorker> Workers => _workers;

    /// <summary>The worker whose turn it is.</summary>
    public ScriptWorker Next => _workers[Interlocked.Increment(ref _next) % (uint)_workers.Length];

    /// <summary>Spares that stand ready.</summary>
    public int Spares => _supply.Count;

    public async ValueTask DisposeAsync()
    {
        foreach (ScriptWorker worker in _workers)
            await worker.DisposeAsync();
        _supply.Dispose();
    }
}
