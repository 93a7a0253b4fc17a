using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Scripts;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>An item on its way to a worker, and whoever waits for its result.</summary>
/// <param name="item">What to do.</param>
/// <param name="script">The script that the worker must have loaded for it; null where none.</param>
/// <param name="deadline">How long the item alone may run.</param>
/// <param name="ct">A call that is cancelled before it is sent is not sent.</param>
internal sealed class WorkCall(WorkItem item, ScriptSource? script, TimeSpan deadline, CancellationToken ct)
{
    // The pump must not run the continuations: they would hold up every other call.
    private readonly TaskCompletionSource<WorkResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly long _queued = WorkerMetrics.Queued();

    public WorkItem Item => item;

    public ScriptSource? Script => script;

    public TimeSpan Deadline => deadline;

    public Task<WorkResult> Result => ct.CanBeCanceled ? _completion.Task.WaitAsync(ct) : _completion.Task;

    /// <summary>It has its result, or nobody waits for one any more.</summary>
    public bool IsDone => _completion.Task.IsCompleted || ct.IsCancellationRequested;

    /// <summary>Nothing else may be with the worker at the same time: what kills it then, is known.</summary>
    public bool Alone { get; set; }

    /// <summary>Counted among those that wait.</summary>
    public bool TakesRoom { get; set; }

    public CancellationToken Cancellation => ct;

    public void Sent() => WorkerMetrics.Sent(_queued);

    public void Complete(WorkResult result)
    {
        WorkerMetrics.Called(failed: false);
        _completion.TrySetResult(result);
    }

    public void Fail(Exception reason)
    {
        WorkerMetrics.Called(failed: true);
        if (_completion.TrySetException(reason))
            _ = _completion.Task.Exception; // seen, also where nobody waits for the call any more
    }
}
