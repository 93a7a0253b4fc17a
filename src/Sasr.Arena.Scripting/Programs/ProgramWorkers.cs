using System.Collections.Concurrent;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Lends the workers of a pool, the one given back last first.</summary>
internal sealed class ProgramWorkers : IAsyncDisposable
{
    private readonly WorkerPool _pool;
    private readonly ConcurrentStack<ProgramWorker> _idle;
    private readonly SemaphoreSlim _count;

    /// <param name="pool">Runs nothing but programs, or nothing but files of tests.</param>
    /// <param name="warmUp">What a new process runs first.</param>
    /// <param name="deadline">For one item of the warm-up.</param>
    public ProgramWorkers(WorkerPool pool, IReadOnlyList<ProgramItem> warmUp, TimeSpan deadline)
    {
        _pool = pool;
        _idle = new ConcurrentStack<ProgramWorker>(pool.Workers.Select(worker => new ProgramWorker(worker, warmUp, deadline)));
        _count = new SemaphoreSlim(pool.Workers.Count);
    }

    /// <summary>Ids of the processes that run now.</summary>
    public IEnumerable<int> ProcessIds => _pool.Workers.Select(worker => worker.ProcessId).OfType<int>();

    /// <summary>Waits until a worker is free.</summary>
    public async ValueTask<ProgramWorker> TakeAsync(CancellationToken ct)
    {
        await _count.WaitAsync(ct);
        return _idle.TryPop(out ProgramWorker? worker) ? worker : throw new InvalidOperationException("A worker was given back twice.");
    }

    public void GiveBack(ProgramWorker worker)
    {
        _idle.Push(worker);
        _count.Release();
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}
