using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A worker that one caller has to itself at a time.</summary>
/// <param name="worker">The worker.</param>
/// <param name="warmUp">What a new process runs first: compilers and engines take their time once, and it is no candidate's.</param>
/// <param name="deadline">For one item of the warm-up.</param>
internal sealed class ProgramWorker(ScriptWorker worker, IReadOnlyList<ProgramItem> warmUp, TimeSpan deadline)
{
    private int? _warm;

    /// <summary>Runs an item.</summary>
    /// <exception cref="OperationCanceledException">The call was cancelled; the item may still run.</exception>
    public async Task<ProgramReply> RunAsync(ProgramItem item, TimeSpan limit, CancellationToken ct)
    {
        try
        {
            var call = new WorkCall(new WorkItem { Program = item }, null, limit, ct);
            return ProgramReply.Of(await worker.RunAsync(call));
        }
        catch (InfrastructureException e)
        {
            return ProgramReply.Of(e, limit);
        }
        catch (ObjectDisposedException)
        {
            return new ProgramReply(null, Verdict.Failed("The runner has been disposed of."));
        }
    }

    /// <summary>Makes a process ready that has run nothing yet.</summary>
    /// <returns>What went wrong; null where nothing did.</returns>
    public async Task<Verdict?> WarmUpAsync(CancellationToken ct)
    {
        if (_warm is { } process && process == worker.ProcessId)
            return null;
        foreach (ProgramItem item in warmUp)
        {
            if ((await RunAsync(item, deadline, ct)).Failure is { } failure)
                return Verdict.Failed($"The worker cannot be made ready: {failure.Message}");
        }
        _warm = worker.ProcessId;
        return null;
    }

    /// <summary>How the worker is; null where it cannot say.</summary>
    public async Task<WorkerStatus?> StatusAsync(TimeSpan limit, CancellationToken ct) =>
        (await worker.RunAsync(new WorkCall(new WorkItem { Status = true }, null, limit, ct))).Status;
}
