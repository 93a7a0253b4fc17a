using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>Calls that travel to a worker together, with the loading and unloading of scripts that they need before them.</summary>
internal sealed class Batch
{
    private readonly WorkerProcess _process;
    private readonly ScriptHostOptions _options;
    private readonly List<Entry> _entries = [];
    private long _id;
    private int _received;

    public Batch(WorkerProcess process, ScriptHostOptions options, IReadOnlyList<WorkCall> calls)
    {
        (_process, _options, Calls) = (process, options, calls);
        foreach (WorkCall call in calls)
            Add(call);
    }

    /// <summary>Whether there is nothing to send: nobody waits for any of its calls.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>What it was made of.</summary>
    public IReadOnlyList<WorkCall> Calls { get; }

    /// <summary>The call that the worker was busy with when it died; null where that is not known.</summary>
    public WorkCall? Guilty(bool atDeadline)
    {
        if (_received == _entries.Count)
            return null;
        if (_process.Progress is { } progress)
            return progress.Request == _id && progress.Item >= _received && progress.Item < _entries.Count ? _entries[progress.Item].Owner : null;
        return atDeadline || Calls.Count == 1 ? _entries[_received].Owner : null;
    }

    /// <returns>False, and nothing is sent, where the batch is longer than a frame may be.</returns>
    /// <exception cref="WorkerDiedException">The worker has ended.</exception>
    public bool Send()
    {
        foreach (WorkCall call in Calls)
            call.Sent();
        return _entries.Count == 0 || (_id = _process.Send([.. _entries.Select(entry => entry.Item)])) > 0;
    }

    /// <summary>Waits until every call has its result.</summary>
    /// <exception cref="WorkerDiedException">The worker died.</exception>
    public void Receive()
    {
        while (_received < _entries.Count)
        {
            foreach (WorkResult result in _process.Receive(_id, _received, _entries.Count, _entries[_received].Deadline))
                Complete(_entries[_received++], result);
        }
    }

    private static void Complete(Entry entry, WorkResult result)
    {
        if (ReferenceEquals(entry.Item, entry.Owner.Item))
            entry.Owner.Complete(result);
    }

    // Takes a call up, or ends it at once where it need not or cannot be sent.
    private void Add(WorkCall call)
    {
        if (call.IsDone)
            return;
        switch (call.Item)
        {
            case { Step: { } step } when !_process.Games.Contains(step.Game):
                call.Fail(new InfrastructureException("The worker that played this game has died."));
                return;
            case { Close: { } game } when !_process.Games.Remove(game):
                call.Complete(WorkResult.Done);
                return;
            case { Reset: { } reset }:
                _process.Games.Add(reset.Game);
                break;
            case { Program: { Begins: true } program }:
                _process.Programs.Add(program.Id);
                break;
            case { Program: { Forget: true } program } when !_process.Programs.Remove(program.Id):
                call.Complete(WorkResult.Done);
                return;
            case { Program: { Forget: false } program } when !_process.Programs.Contains(program.Id):
                call.Fail(new InfrastructureException("The worker that ran this program has died."));
                return;
        }
        if (call.Script is { } script && !_process.Scripts.Touch(script.Key))
        {
            if (_process.Scripts.Add(script.Key) is { } evicted)
                _entries.Add(new Entry(new WorkItem { Unload = evicted }, call, _options.CallDeadline));
            if (call.Item.Load is null)
                _entries.Add(new Entry(new WorkItem { Load = script.LoadItem }, call, _options.LoadDeadline));
        }
        _entries.Add(new Entry(call.Item, call, call.Deadline));
    }

    private readonly record struct Entry(WorkItem Item, WorkCall Owner, TimeSpan Deadline);
}
