using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A program, or a file of tests, in a worker that it has to itself. The worker goes back when it has forgotten it.</summary>
internal sealed class ProgramSession : IDisposable
{
    private static long _sessions;

    private readonly ProgramWorkers _workers;
    private readonly ProgramWorker _worker;
    private readonly TimeSpan _deadline;
    private readonly CancellationToken _ct;

    private ProgramSession(ProgramWorkers workers, ProgramWorker worker, TimeSpan deadline, CancellationToken ct) =>
        (_workers, _worker, _deadline, _ct) = (workers, worker, deadline, ct);

    /// <summary>Its number, under which items speak of it.</summary>
    public long Id { get; } = Interlocked.Increment(ref _sessions);

    /// <param name="workers">Where the worker comes from.</param>
    /// <param name="deadline">How long the worker may take to forget it.</param>
    /// <param name="ct">Cancels what is waited for.</param>
    public static async ValueTask<ProgramSession> OpenAsync(ProgramWorkers workers, TimeSpan deadline, CancellationToken ct) =>
        new(workers, await workers.TakeAsync(ct), deadline, ct);

    /// <inheritdoc cref="ProgramWorker.WarmUpAsync"/>
    public Task<Verdict?> WarmUpAsync() => _worker.WarmUpAsync(_ct);

    /// <inheritdoc cref="ProgramWorker.RunAsync"/>
    public Task<ProgramReply> RunAsync(ProgramItem item, TimeSpan limit) => _worker.RunAsync(item, limit, _ct);

    // Nobody waits for it: a cancelled item may run on until its deadline.
    public void Dispose() => _ = CloseAsync();

    private async Task CloseAsync()
    {
        await _worker.RunAsync(new ProgramItem(Id) { Forget = true }, _deadline, CancellationToken.None);
        _workers.GiveBack(_worker);
    }
}
