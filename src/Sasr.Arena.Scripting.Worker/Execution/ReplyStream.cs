using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>
/// Sends results, a batch's in one reply where they are short. While an item runs on, those before it are sent by a timer,
/// so that the supervisor knows which item is late.
/// </summary>
internal sealed class ReplyStream : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan MemoryInterval = TimeSpan.FromSeconds(1);

    private readonly Stream _output;
    private readonly FrameWriter _frames = new();
    private readonly Lock _lock = new();
    private readonly List<WorkResult> _pending = [];
    private readonly Timer _timer;
    private long _id;
    private int _sent;
    private long _memoryTold;

    public ReplyStream(Stream output)
    {
        _output = output;
        _timer = new Timer(_ => Flush());
    }

    public void Begin(long id)
    {
        (_id, _sent) = (id, 0);
        _timer.Change(Interval, Interval);
    }

    public void Add(WorkResult result)
    {
        lock (_lock)
            _pending.Add(result);
        // They are long, and can be read while the next are drawn.
        if (result.Problems is not null)
            Flush();
    }

    public void End()
    {
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Flush();
    }

    /// <summary>The first frame of all: the supervisor knows that the worker is there and speaks its language.</summary>
    public void Greet()
    {
        lock (_lock)
            Write(new WorkReply(Id: 0, Frame.Version, []));
    }

    public void Dispose() => _timer.Dispose();

    private void Flush()
    {
        lock (_lock)
        {
            if (_pending.Count == 0)
                return;
            Send([.. _pending]);
            _pending.Clear();
        }
    }

    private void Send(WorkResult[] results)
    {
        if (Write(new WorkReply(_id, _sent, results, Memory())))
        {
            _sent += results.Length;
        }
        else if (results.Length == 1)
        {
            Send([new() { Error = new ScriptError(ScriptErrorKind.Runtime, "the script's result is too large") }]);
        }
        else
        {
            Send(results[..(results.Length / 2)]);
            Send(results[(results.Length / 2)..]);
        }
    }

    // To ask the system for it at every reply would cost more than most replies.
    private long Memory()
    {
        long now = Environment.TickCount64;
        if (now - _memoryTold < MemoryInterval.TotalMilliseconds)
            return 0;
        _memoryTold = now;
        return Environment.WorkingSet;
    }

    private bool Write(WorkReply reply)
    {
        ReadOnlyMemory<byte> frame = _frames.Write(reply);
        if (frame.IsEmpty)
            return false;
        _output.Write(frame.Span);
        _output.Flush();
        return true;
    }
}
