using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text.Json;
using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Python;

/// <summary>
/// A sandboxed Python process that forks a child for every candidate. It must be used by the thread that started it, which it does
/// not outlive.
/// </summary>
internal sealed class Zygote : IDisposable
{
    private const int HeaderBytes = 9; // kind, run, length
    private const int MaxFrameBytes = 1 << 16;
    private const int TemporaryBytes = 32 << 20, FileBytes = 16 << 20, Processes = 24;
    private const long OwnBytes = 128L << 20; // of memory

    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimerPrecision = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LeastExtension = TimeSpan.FromMilliseconds(10), MostExtension = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly Stream _input, _output;
    private readonly Timer _watchdog, _killer;
    private readonly Lock _lock = new(), _writing = new();
    private readonly byte[] _frame = new byte[MaxFrameBytes];
    private uint _run;
    private TimeSpan _waited, _granted;
    private Deadline _deadline, _due;
    private bool _runIsOpen, _isArmed, _isReading, _late, _disposed;
    private volatile bool _dead;

    private Zygote(Process process)
    {
        _process = process;
        (_input, _output) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        _watchdog = new Timer(_ => Ask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _killer = new Timer(_ => Bark(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private enum FrameKind : byte
    {
        Run = (byte)'R',
        Data = (byte)'D',
        End = (byte)'X',
        Output = (byte)'O',
        Ended = (byte)'E',
        Ready = (byte)'H',
        Waited = (byte)'W',
    }

    /// <summary>Children that it has forked.</summary>
    public int Runs => (int)_run;

    /// <summary>Id of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether it can be used no more.</summary>
    public bool IsDead => _dead || _process.HasExited;

    /// <summary>Starts one, without waiting until it is ready.</summary>
    public static Zygote Start(ILauncher launcher, PythonInstallation python, long memoryBytes)
    {
        Process process = launcher.Start(new ConfinedProgram
        {
            FileName = python.Executable,
            Arguments = ["-s", "-S", "-c", ZygoteSource.Bootstrap],
            // The same order of a set's items in every process, today and tomorrow.
            Environment = new Dictionary<string, string> { ["PYTHONHASHSEED"] = "0", ["PYTHONUTF8"] = "1", ["LC_ALL"] = "C.UTF-8" },
            Readable = python.Readable,
            Limits = new ResourceLimits
            {
                Files = 256,
                Processes = Processes,
                FileBytes = FileBytes,
                DataBytes = memoryBytes + JudgeContext.MemoryOfTests + OwnBytes,
                TemporaryBytes = TemporaryBytes,
            },
        });
        var zygote = new Zygote(process);
        try
        {
            zygote._input.Write(ZygoteSource.Setup(launcher.IsSandbox));
            zygote._input.Flush();
        }
        catch (IOException e)
        {
            ZygoteException death = zygote.Died(e);
            zygote.Dispose();
            throw death;
        }
        return zygote;
    }

    /// <summary>Waits until it is ready.</summary>
    /// <exception cref="ZygoteException">It is not, in time or at all.</exception>
    public void WaitUntilReady(TimeSpan deadline)
    {
        try
        {
            (FrameKind kind, _, _) = Read(Deadline.In(deadline));
            if (kind != FrameKind.Ready)
                throw new ZygoteException($"Python began with a frame of kind {kind}.");
        }
        catch (LateException e)
        {
            throw new ZygoteException("Python does not come up.", e);
        }
    }

    /// <summary>Forks a child, after the one before has been cleaned up after.</summary>
    /// <exception cref="ZygoteException">It has died.</exception>
    public void Begin()
    {
        Settle();
        _run++;
        _runIsOpen = true;
        _waited = TimeSpan.Zero;
        Write(FrameKind.Run, []);
    }

    /// <summary>Sends bytes to the child.</summary>
    /// <exception cref="LateException">The child does not take them in time.</exception>
    public void Send(ReadOnlySpan<byte> bytes, TimeSpan deadline)
    {
        Arm(Deadline.In(deadline), reading: false);
        try
        {
            Write(FrameKind.Data, bytes);
        }
        finally
        {
            Disarm();
        }
    }

    /// <summary>Waits for the child's next bytes, which are valid until the next call, or for its end.</summary>
    /// <exception cref="LateException">None came in time: the zygote is dead.</exception>
    /// <exception cref="ZygoteException">The zygote has died.</exception>
    public ChildBytes Receive(Deadline deadline)
    {
        (FrameKind kind, uint run, int length) = Read(deadline);
        if (run != _run || !_runIsOpen)
            throw Broken($"a frame of run {run}");
        switch (kind)
        {
            case FrameKind.Data or FrameKind.Output:
                return new ChildBytes(_frame.AsMemory(0, length), kind == FrameKind.Output, null);
            case FrameKind.Ended:
                _runIsOpen = false;
                return new ChildBytes(default, false, ParseEnd(_frame.AsSpan(0, length)));
            default:
                throw Broken($"a frame of kind {kind}");
        }
    }

    /// <summary>Has the child killed; this does not wait for it.</summary>
    public void End()
    {
        if (!_runIsOpen || _dead)
            return;
        try
        {
            Write(FrameKind.End, []);
        }
        catch (ZygoteException)
        {
            // there is nothing left to kill
        }
    }

    /// <summary>Kills everything in the sandbox.</summary>
    public void Kill()
    {
        lock (_lock)
        {
            _dead = true;
            if (!_disposed && !_process.HasExited)
                _process.Kill();
        }
    }

    public void Dispose()
    {
        Kill();
        lock (_lock)
            _disposed = true;
        _watchdog.Dispose();
        _killer.Dispose();
        _process.WaitForExit(EndDeadline);
        _process.Dispose();
    }

    private void Settle()
    {
        var end = Deadline.In(EndDeadline);
        try
        {
            while (_runIsOpen)
                Receive(end);
        }
        catch (LateException e)
        {
            throw new ZygoteException("Python does not clean up.", e);
        }
    }

    private ChildEnd ParseEnd(ReadOnlySpan<byte> content)
    {
        try
        {
            var reader = new Utf8JsonReader(content);
            JsonElement end = JsonElement.ParseValue(ref reader);
            if (!end.GetProperty("clean").GetBoolean())
                _dead = true; // it ends itself: what its child left behind cannot be removed
            return new ChildEnd(end.GetProperty("exit").GetInt32());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Broken("no end of a child");
        }
    }

    private (FrameKind Kind, uint Run, int Length) Read(Deadline deadline)
    {
        if (deadline != _deadline)
            (_deadline, _granted) = (deadline, TimeSpan.Zero);
        Arm(_deadline.After(_granted), reading: true);
        try
        {
            while (true)
            {
                (FrameKind kind, uint run, int length) = ReadFrame();
                if (kind != FrameKind.Waited)
                    return (kind, run, length);
                Extend(_frame.AsSpan(0, length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw Died(e);
        }
        finally
        {
            Disarm();
        }
    }

    private (FrameKind Kind, uint Run, int Length) ReadFrame()
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        _output.ReadExactly(header);
        uint run = BinaryPrimitives.ReadUInt32LittleEndian(header[1..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header[5..]);
        if (length > MaxFrameBytes)
            throw Broken($"a frame of {length} bytes");
        _output.ReadExactly(_frame, 0, (int)length);
        return ((FrameKind)header[0], run, (int)length);
    }

    /// <summary>The time that the machine gave to others while the child could have run is not the child's.</summary>
    private void Extend(ReadOnlySpan<byte> waited)
    {
        if (!Utf8Parser.TryParse(waited, out long nanoseconds, out _))
            throw Broken("no time");
        lock (_lock)
        {
            if (!_due.HasPassed)
                return; // the answer to an earlier wait's question
        }
        TimeSpan all = TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        TimeSpan extension = all - _waited;
        (_waited, _granted) = (all, _granted + extension);
        Deadline due = _deadline.After(_granted);
        if (extension < LeastExtension || all > MostExtension || due.HasPassed)
            Bark();
        else
            Arm(due, reading: true);
    }

    private void Write(FrameKind kind, ReadOnlySpan<byte> content)
    {
        byte[] frame = new byte[HeaderBytes + content.Length];
        frame[0] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(1), _run);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(5), content.Length);
        content.CopyTo(frame.AsSpan(HeaderBytes));
        try
        {
            lock (_writing)
            {
                _input.Write(frame);
                _input.Flush();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw Died(e);
        }
    }

    private void Arm(Deadline due, bool reading)
    {
        lock (_lock)
        {
            (_isArmed, _isReading, _due) = (true, reading, due);
            if (_disposed)
                return;
            _killer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _watchdog.Change(due.Remaining, Timeout.InfiniteTimeSpan);
        }
    }

    private void Disarm()
    {
        lock (_lock)
        {
            _isArmed = false;
            if (!_disposed)
            {
                _watchdog.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _killer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
            if (_late)
                throw new LateException();
        }
    }

    /// <summary>At the deadline: asks how long the child had to wait for others.</summary>
    private void Ask()
    {
        lock (_lock)
        {
            if (_disposed || _dead || !_isArmed)
                return;
            if (!_due.HasPassed)
            {
                _watchdog.Change(_due.Remaining + TimerPrecision, Timeout.InfiniteTimeSpan);
                return;
            }
            _killer.Change(_isReading ? AnswerDeadline : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            if (!_isReading)
                return;
        }
        try
        {
            Write(FrameKind.Waited, []);
        }
        catch (ZygoteException)
        {
            // whoever reads from it finds out
        }
    }

    private void Bark()
    {
        lock (_lock)
        {
            if (!_isArmed || !_due.HasPassed)
                return; // a timer of an earlier wait
            _late = true;
        }
        Kill();
    }

    private ZygoteException Broken(string what)
    {
        Kill();
        return new ZygoteException($"Python sent {what}.");
    }

    private ZygoteException Died(Exception e)
    {
        Kill();
        string last = "";
        try
        {
            last = _process.StandardError.ReadToEnd().Trim().Split('\n')[^1];
        }
        catch (Exception inner) when (inner is IOException or InvalidOperationException)
        {
            // it said nothing
        }
        return new ZygoteException(last.Length == 0 ? "Python died." : $"Python died: {last}", e);
    }
}
