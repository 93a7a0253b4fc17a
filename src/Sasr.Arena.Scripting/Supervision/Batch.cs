using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>Calls that travel to a worker together, with the loading and unloading of scripts that they need before them.</summary>
internal sealed class Batch(WorkerProcess process, ScriptHostOptions options)
{
    private readonly List<Entry> _entries = [];
    private int _received;

    /// <summary>The call that the worker is busy with, or was when it died; null where all have their results.</summary>
    public WorkCall? Current => _received < _entries.Count ? _entries[_received].Owner : null;

    /// <summary>Takes a call up, or ends it at once where it need not or cannot be sent.</summary>
    public void Add(WorkCall call)
    {
        if (call.IsDone)
            return;
        switch (call.Item)
        {
            case { Step: { } step } when !process.Games.Contains(step.Game):
                call.Fail(new InfrastructureException("The worker that played this game has died."));
                return;
            case { Close: { } game } when !process.Games.Remove(game):
                call.Complete(WorkResult.Done);
                return;
            case { Reset: { } reset }:
                process.Games.Add(reset.Game);
                break;
            case { Program: { Begins: true } program }:
                process.Programs.Add(program.Id);
                break;
            case { Program: { Forget: true } program } when !process.Programs.Remove(program.Id):
                call.Complete(WorkResult.Done);
                return;
            case { Program: { Forget: false } program } when !process.Programs.Contains(program.Id):
                call.Fail(new InfrastructureException("The worker that ran this program has died."));
                return;
        }
        if (call.Script is { } script && !process.Scripts.Touch(script.Key))
        {
            if (process.Scripts.Add(script.Key) is { } evicted)
                _entries.Add(new Entry(new WorkItem { Unload = evicted }, call, options.CallDeadline));
            if (call.Item.Load is null)
                _entries.Add(new Entry(new WorkItem { Load = script.LoadItem }, call, options.LoadDeadline));
        }
        _entries.Add(new Entry(call.Item, call, call.Deadline));
    }

    /// <returns>False, and nothing is sent, where the batch is longer than a frame may be.</returns>
    /// <exception cref="WorkerDiedException">The worker has ended.</exception>
    public bool Send() => _entries.Count == 0 || process.Send([.. _entries.Select(entry => entry.Item)]);

    /// <summary>Waits until every call has its result.</summary>
    /// <exception cref="WorkerDiedException">The worker died over <see cref="Current"/>.</exception>
    public void ReceiveAll()
    {
        while (_received < _entries.Count)
        {
            foreach (WorkResult result in process.Receive(_received, _entries.Count, _entries[_received].Deadline))
                Complete(_entries[_received++], result);
        }
    }

    private static void Complete(Entry entry, WorkResult result)
    {
        if (ReferenceEquals(entry.Item, entry.Owner.Item))
            entry.Owner.Complete(result);
    }

    private readonly record struct Entry(WorkItem Item, WorkCall Owner, TimeSpan Deadline);
}
