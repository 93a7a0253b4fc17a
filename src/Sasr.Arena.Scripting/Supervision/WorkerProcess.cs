using System.Diagnostics;
using System.Text.Json;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>One worker process and its pipes, used by one thread. Any oddity in what it sends is its death.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // Of a process that was killed from outside, whatever it had said before.
    private const int KilledExitCode = 128 + 9;

    private const long Never = long.MaxValue;
    private const long TimerPrecision = 20; // in milliseconds

    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(5);

    private readonly ILauncher _launcher;
    private readonly Process _process;
    private readonly ProgressPage? _progress;
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly FrameWriter _frames = new();
    private readonly Timer _deadline;
    private readonly Lock _lock = new();
    private byte[] _buffer = new byte[1 << 16];
    private long _lastId;
    private long _due = Never;
    private volatile bool _late;
    private volatile LastWords? _lastWords;

    private WorkerProcess(ILauncher launcher, Process process, ProgressPage? progress, ScriptHostOptions options)
    {
        (_launcher, _process, _progress) = (launcher, process, progress);
        _input = process.StandardInput.BaseStream;
        _output = process.StandardOutput.BaseStream;
        _deadline = new Timer(_ => KillLate());
        Scripts = new ScriptCache(options.LoadedScripts);
        process.ErrorDataReceived += (_, line) => Print(line.Data, options.Output);
        process.BeginErrorReadLine();
    }

    /// <summary>The scripts that the worker has loaded.</summary>
    public ScriptCache Scripts { get; }

    /// <summary>The games that are open in the worker.</summary>
    public HashSet<long> Games { get; } = [];

    /// <summary>The model-written programs and the files of tests that the worker keeps.</summary>
    public HashSet<long> Programs { get; } = [];

    /// <summary>Results that it has given.</summary>
    public long Calls { get; private set; }

    /// <summary>Its memory when it last told it.</summary>
    public long WorkingSetBytes { get; private set; }

    /// <summary>Something in it has wanted more memory or threads than there are, and may not have given back what it took.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>The request and the item in it that it began last; null where that is not known.</summary>
    public (long Request, int Item)? Progress => _progress?.Current;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <exception cref="WorkerDiedException">It does not answer in time, or speaks another protocol.</exception>
    public static WorkerProcess Start(ILauncher launcher, ConfinedProgram program, ScriptHostOptions options)
    {
        WorkerProcess worker = Launch(launcher, program, options);
        try
        {
            WorkReply greeting = worker.Receive(options.StartDeadline);
            if (greeting is not { Id: 0, First: Frame.Version, Results.Count: 0 })
                throw new WorkerDiedException("It speaks another protocol; build the solution again.") { Cause = DeathCause.Protocol };
            WorkerMetrics.Started();
            return worker;
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <summary>Sends a batch.</summary>
    /// <returns>Its number; 0, and nothing is sent, where the batch is longer than a frame may be.</returns>
    /// <exception cref="WorkerDiedException">The worker has ended.</exception>
    public long Send(IReadOnlyList<WorkItem> items)
    {
        ReadOnlyMemory<byte> frame = _frames.Write(new WorkRequest(++_lastId, items));
        if (frame.IsEmpty)
            return 0;
        try
        {
            _input.Write(frame.Span);
            _input.Flush();
            return _lastId;
        }
        catch (IOException e)
        {
            throw Death(e);
        }
    }

    /// <summary>The next results of a batch; batches are answered in their order.</summary>
    /// <param name="id">The batch's number.</param>
    /// <param name="received">How many there were before.</param>
    /// <param name="expected">How many items the batch has.</param>
    /// <param name="deadline">How long the first of the missing items may take.</param>
    /// <exception cref="WorkerDiedException">The worker ended, was late, or sent something else.</exception>
    public IReadOnlyList<WorkResult> Receive(long id, int received, int expected, TimeSpan deadline)
    {
        WorkReply reply = Receive(deadline);
        if (reply.Id != id || reply.First != received || reply.Results.Count == 0 || reply.Results.Count > expected - received)
            throw new WorkerDiedException("The script worker sent a reply that nobody asked for.") { Cause = DeathCause.Protocol };
        Calls += reply.Results.Count;
        if (reply.WorkingSetBytes > 0)
            WorkingSetBytes = reply.WorkingSetBytes;
        IsExhausted |= reply.Results.Any(result => result.Error is { Kind: ScriptErrorKind.OutOfMemory });
        return reply.Results;
    }

    public void Kill()
    {
        if (!_process.HasExited)
            _launcher.Kill(_process);
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit(ExitPatience);
        _deadline.Dispose();
        _frames.Dispose();
        _progress?.Dispose();
        _process.Dispose();
    }

    private static WorkerProcess Launch(ILauncher launcher, ConfinedProgram program, ScriptHostOptions options)
    {
        MemoryFile? page = OperatingSystem.IsLinux() ? new MemoryFile("progress", new byte[ProgressPage.Bytes]) : null;
        try
        {
            var arguments = new WorkerArguments(page?.Descriptor, launcher.IsSandbox);
            Process process = launcher.Start(program with
            {
                Arguments = [.. program.Arguments, .. arguments.ToArguments()],
                Inherited = page?.Descriptor,
            });
            return new WorkerProcess(launcher, process, page is null ? null : new ProgressPage(page.Handle), options);
        }
        catch
        {
            page?.Dispose();
            throw;
        }
    }

    private WorkReply Receive(TimeSpan deadline)
    {
        try
        {
            int length = ReadFrame(deadline);
            // A reply that came while the process was being killed came late: nothing more will come from there.
            if (length < 0 || _late)
                throw Death(null);
            return Message.ReadReply(_buffer.AsSpan(0, length));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            throw Death(e);
        }
    }

    private int ReadFrame(TimeSpan deadline)
    {
        Arm(deadline);
        try
        {
            return Frame.Read(_output, ref _buffer);
        }
        finally
        {
            Arm(Timeout.InfiniteTimeSpan);
        }
    }

    private void Arm(TimeSpan deadline)
    {
        lock (_lock)
        {
            _due = deadline == Timeout.InfiniteTimeSpan ? Never : Environment.TickCount64 + (long)deadline.TotalMilliseconds;
            _deadline.Change(deadline, Timeout.InfiniteTimeSpan);
        }
    }

    private WorkerDiedException Death(Exception? cause)
    {
        if (!_late && cause is InvalidDataException or JsonException)
            return new WorkerDiedException($"The script worker sent garbage: {cause.Message}", cause) { Cause = DeathCause.Protocol };
        // Until then, not all that it said on its standard error has been read.
        bool hasExited = _process.WaitForExitAsync().Wait(ExitPatience);
        DeathCause reason = _lastWords is { } words && words.Progress == Progress && (_late || (hasExited && _process.ExitCode != KilledExitCode))
            ? words.Cause
            : _late ? DeathCause.Deadline : DeathCause.Exited;
        string message = reason switch
        {
            DeathCause.StackOverflow => "The script's worker died (stack overflow).",
            DeathCause.OutOfMemory => "The script's worker died (out of memory).",
            DeathCause.Deadline => "The script ran past its deadline.",
            _ when hasExited => $"The script's worker died (exit code {_process.ExitCode}).",
            _ => "The script worker closed its pipes.",
        };
        return new WorkerDiedException(message, cause) { AtDeadline = _late, Cause = reason };
    }

    // A timer may still fire for a reply that has just come.
    private void KillLate()
    {
        lock (_lock)
        {
            long left = _due == Never ? Never : _due - Environment.TickCount64;
            if (left > TimerPrecision)
                return;
            _late = true;
            Kill();
        }
    }

    private void Print(string? line, Action<string>? output)
    {
        if (line is null)
            return;
        if (line.StartsWith("Stack overflow", StringComparison.Ordinal))
            Hear(DeathCause.StackOverflow);
        else if (line.StartsWith("Out of memory", StringComparison.Ordinal) || line.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal))
            Hear(DeathCause.OutOfMemory);
        output?.Invoke(line);
    }

    private void Hear(DeathCause cause)
    {
        try
        {
            _lastWords = new LastWords(cause, Progress);
        }
        catch (ObjectDisposedException)
        {
            // The last lines may be read when all is over.
        }
    }

    /// <summary>What the runtime says when it is about to end the process, and what it was busy with then.</summary>
    private sealed record LastWords(DeathCause Cause, (long Request, int Item)? Progress);
}
