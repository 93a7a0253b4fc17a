namespace Sasr.Arena.Scripting.Python;

/// <summary>
/// Kills where a wait outlasts its deadline. Where it can, it first asks whether more time is due: whoever answers arms it anew, or
/// lets it bite.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimerPrecision = TimeSpan.FromMilliseconds(1);

    private readonly Action _ask, _kill;
    private readonly Timer _due, _answer;
    private readonly Lock _lock = new();
    private Deadline _deadline;
    private bool _isArmed, _asks, _late, _disposed;

    /// <param name="ask">Asks, and does not wait for the answer.</param>
    /// <param name="kill">Ends what is waited for, and so the wait.</param>
    public Watchdog(Action ask, Action kill)
    {
        (_ask, _kill) = (ask, kill);
        _due = new Timer(_ => Ask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _answer = new Timer(_ => Bite(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the deadline that it was armed with last has passed.</summary>
    public bool IsDue
    {
        get
        {
            lock (_lock)
                return _deadline.HasPassed;
        }
    }

    /// <summary>A wait begins, or goes on with another deadline.</summary>
    /// <param name="deadline">When it is late.</param>
    /// <param name="asks">Whether to ask before it bites.</param>
    public void Arm(Deadline deadline, bool asks)
    {
        lock (_lock)
        {
            (_isArmed, _asks, _deadline) = (true, asks, deadline);
            if (_disposed)
                return;
            _answer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _due.Change(deadline.Remaining, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The wait has ended.</summary>
    /// <exception cref="LateException">It has ended because the watchdog bit.</exception>
    public void Disarm()
    {
        lock (_lock)
        {
            _isArmed = false;
            if (!_disposed)
            {
                _due.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _answer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
            if (_late)
                throw new LateException();
        }
    }

    /// <summary>Kills, where a wait is late.</summary>
    public void Bite()
    {
        lock (_lock)
        {
            if (!_isArmed || !_deadline.HasPassed)
                return; // a timer of an earlier wait
            _late = true;
        }
        _kill();
    }

    public void Dispose()
    {
        lock (_lock)
            _disposed = true;
        _due.Dispose();
        _answer.Dispose();
    }

    private void Ask()
    {
        lock (_lock)
        {
            if (_disposed || !_isArmed)
                return;
            if (!_deadline.HasPassed)
            {
                _due.Change(_deadline.Remaining + TimerPrecision, Timeout.InfiniteTimeSpan);
                return;
            }
            _answer.Change(_asks ? AnswerDeadline : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            if (!_asks)
                return;
        }
        _ask();
    }
}
