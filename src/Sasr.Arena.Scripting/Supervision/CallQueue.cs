namespace Sasr.Arena.Scripting.Supervision;

/// <summary>Gathers the calls of many callers for the one thread that takes them.</summary>
internal sealed class CallQueue
{
    private readonly Queue<WorkCall> _calls = new();
    private bool _closed;

    /// <summary>Returns false, and keeps nothing, once the queue is closed.</summary>
    public bool Add(WorkCall call)
    {
        lock (_calls)
        {
            if (_closed)
                return false;
            _calls.Enqueue(call);
            if (_calls.Count == 1)
                Monitor.Pulse(_calls);
            return true;
        }
    }

    /// <summary>Waits for calls and moves up to <paramref name="count"/> of them into the list; false once the queue is closed and empty.</summary>
    public bool Take(List<WorkCall> calls, int count)
    {
        lock (_calls)
        {
            while (_calls.Count == 0 && !_closed)
                Monitor.Wait(_calls);
            while (calls.Count < count && _calls.TryDequeue(out WorkCall? call))
                calls.Add(call);
            return calls.Count > 0;
        }
    }

    public void Close()
    {
        lock (_calls)
        {
            _closed = true;
            Monitor.PulseAll(_calls);
        }
    }
}
