namespace Sasr.Arena.Scripting.Supervision;

/// <summary>Gathers the calls of many callers for the one thread that takes them.</summary>
internal sealed class CallQueue
{
    private readonly Queue<WorkCall> _calls = new();

    // Calls that were with a worker when it died: they go before all others.
    private readonly Queue<WorkCall> _again = new();
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

    /// <summary>Takes calls back, by the thread that has taken them.</summary>
    public void Return(IEnumerable<WorkCall> calls)
    {
        foreach (WorkCall call in calls)
            _again.Enqueue(call);
    }

    /// <summary>Takes up to so many calls; one that must be alone comes alone. Null where there are none: at once, or when the queue is closed.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="wait">Whether to wait for the first.</param>
    public WorkCall[]? Take(int count, bool wait)
    {
        if (_again.Count > 0)
            return TakeAgain(count);
        lock (_calls)
        {
            while (wait && _calls.Count == 0 && !_closed)
                Monitor.Wait(_calls);
            return _calls.Count == 0 ? null : Take(_calls, Math.Min(count, _calls.Count));
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

    private static WorkCall[] Take(Queue<WorkCall> calls, int count)
    {
        var taken = new WorkCall[count];
        for (int i = 0; i < count; i++)
            taken[i] = calls.Dequeue();
        return taken;
    }

    private WorkCall[] TakeAgain(int count) => Take(_again, _again.Peek().Alone ? 1 : Math.Min(count, _again.TakeWhile(call => !call.Alone).Count()));
}
