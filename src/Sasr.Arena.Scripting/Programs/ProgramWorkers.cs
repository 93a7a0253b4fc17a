using System.Collections.Concurrent;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Lends workers, the one given back last first.</summary>
internal sealed class ProgramWorkers : IAsyncDisposable
{
    private readonly ProgramWorker[] _all;
    private readonly ConcurrentStack<ProgramWorker> _idle;
    private readonly SemaphoreSlim _count;

    public ProgramWorkers(int count, Func<ProgramWorker> create)
    {
        _all = [.. Enumerable.Range(0, count).Select(_ => create())];
        _idle = new ConcurrentStack<ProgramWorker>(_all);
        _count = new SemaphoreSlim(count);
    }

    /// <summary>Ids of the processes that run now.</summary>
    public IEnumerable<int> ProcessIds => _all.Select(worker => worker.ProcessId).OfType<int>();

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

    public async ValueTask DisposeAsync()
    {
        foreach (ProgramWorker worker in _all)
            await worker.DisposeAsync();
    }
}
