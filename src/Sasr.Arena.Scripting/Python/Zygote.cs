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
    private const int TemporaryBytes = 32 << 20, FileBytes = 16 << 20, Processes = 24;
    private const long OwnBytes = 128L << 20; // of memory

    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeastExtension = TimeSpan.FromMilliseconds(10), MostExtension = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly ZygoteFrames _frames;
    private readonly Watchdog _watchdog;
    private readonly Lock _lock = new();
    private uint _run;
    private TimeSpan _waited, _granted;
    private Deadline _deadline;
    private bool _runIsOpen, _disposed;
    private volatile bool _dead;

    private Zygote(Process process)
    {
        _process = process;
        _frames = new ZygoteFrames(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        _watchdog = new Watchdog(AskForWaited, Kill);
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
            zygote._frames.WriteSetup(ZygoteSource.Setup(launcher.IsSandbox));
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
            ZygoteFrame first = Read(Deadline.In(deadline));
            if (first.Kind != ZygoteFrameKind.Ready)
                throw new ZygoteException($"Python began with a frame of kind {first.Kind}.");
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
        Write(ZygoteFrameKind.Run, []);
    }

    /// <summary>Sends bytes to the child.</summary>
    /// <exception cref="LateException">The child does not take them in time.</exception>
    public void Send(ReadOnlySpan<byte> bytes, TimeSpan deadline)
    {
        _watchdog.Arm(Deadline.In(deadline), asks: false);
        try
        {
            Write(ZygoteFrameKind.Data, bytes);
        }
        finally
        {
            _watchdog.Disarm();
        }
    }

    /// <summary>Waits for the child's next bytes, which are valid until the next call, or for its end.</summary>
    /// <exception cref="LateException">None came in time: the zygote is dead.</exception>
    /// <exception cref="ZygoteException">The zygote has died.</exception>
    public ChildBytes Receive(Deadline deadline)
    {
        ZygoteFrame frame = Read(deadline);
        if (frame.Run != _run || !_runIsOpen)
            throw Broken($"a frame of run {frame.Run}");
        switch (frame.Kind)
        {
            case ZygoteFrameKind.Data or ZygoteFrameKind.Output:
                return new ChildBytes(frame.Content, frame.Kind == ZygoteFrameKind.Output, null);
            case ZygoteFrameKind.Ended:
                _runIsOpen = false;
                return new ChildBytes(default, false, ParseEnd(frame.Content.Span));
            default:
                throw Broken($"a frame of kind {frame.Kind}");
        }
    }

    /// <summary>Has the child killed; this does not wait for it.</summary>
    public void End()
    {
        if (!_runIsOpen || _dead)
            return;
        try
        {
            Write(ZygoteFrameKind.End, []);
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

    private ZygoteFrame Read(Deadline deadline)
    {
        if (deadline != _deadline)
            (_deadline, _granted) = (deadline, TimeSpan.Zero);
        _watchdog.Arm(_deadline.After(_granted), asks: true);
        try
        {
            while (true)
            {
                ZygoteFrame frame = _frames.Read();
                if (frame.Kind != ZygoteFrameKind.Waited)
                    return frame;
                Extend(frame.Content.Span);
            }
        }
        catch (InvalidDataException e)
        {
            throw Broken(e.Message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw Died(e);
        }
        finally
        {
            _watchdog.Disarm();
        }
    }

    /// <summary>The time that the machine gave to others while the child could have run is not the child's.</summary>
    private void Extend(ReadOnlySpan<byte> waited)
    {
        if (!Utf8Parser.TryParse(waited, out long nanoseconds, out _))
            throw Broken("no time");
        if (!_watchdog.IsDue)
            return; // the answer to an earlier wait's question
        TimeSpan all = TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        TimeSpan extension = all - _waited;
        (_waited, _granted) = (all, _granted + extension);
        Deadline due = _deadline.After(_granted);
        if (extension < LeastExtension || all > MostExtension || due.HasPassed)
            _watchdog.Bite();
        else
            _watchdog.Arm(due, asks: true);
    }

    private void Write(ZygoteFrameKind kind, ReadOnlySpan<byte> content)
    {
        try
        {
            _frames.Write(kind, _run, content);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw Died(e);
        }
    }

    private void AskForWaited()
    {
        try
        {
            if (!_dead)
                Write(ZygoteFrameKind.Waited, []);
        }
        catch (ZygoteException)
        {
            // whoever reads from it finds out
        }
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
