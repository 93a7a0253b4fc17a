using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>
/// Judges candidates by a test file, which runs in another sandbox than the candidate. The two call each other through here: one of
/// them is always the one whose turn it is, and only what it may send then is passed on.
/// </summary>
internal sealed class TestFileJudge
{
    private const int MaxDepth = 256; // of JSON
    private const int MaxCalls = 100; // one within another
    private const int Cases = 100; // nobody knows how many there are: the kernel's limit is far, this process's near

    private readonly ChildRun _candidate, _tests;
    private readonly JudgeContext _context;
    private readonly Stack<(ChildRun Caller, uint Id)> _calls = new();
    private Deadline _deadline;

    private TestFileJudge(ChildRun candidate, ChildRun tests, JudgeContext context)
    {
        (_candidate, _tests, _context) = (candidate, tests, context);
        _deadline = Deadline.In(context.Limits.Time);
    }

    public static Verdict Judge(string source, TestFile tests, JudgeContext context)
    {
        byte[] testJob = JsonSerializer.SerializeToUtf8Bytes(new
        {
            mode = "test", source = tests.Source, entryPoint = tests.EntryPoint, limits = context.LimitsFor(Cases, forTests: true),
        });
        ChildRun testRun = ChildRun.Begin(context.Pool.ForTests(), testJob, context.Options.StartDeadline);
        try
        {
            ChildRun candidate = context.Begin(new { mode = "module", source, limits = context.LimitsFor(Cases) });
            try
            {
                return new TestFileJudge(candidate, testRun, context).Run();
            }
            finally
            {
                candidate.End();
            }
        }
        finally
        {
            testRun.End();
        }
    }

    private Verdict Run()
    {
        ChildReply loaded = _candidate.Receive(_deadline);
        if (loaded.End is { } end)
            return ChildVerdict.OfEarly(end, _context);
        if (loaded.Message is not { } names)
            throw new ForgedMessageException("It sent nothing.");
        if (names.Kind == MessageKind.Ended)
            return ErrorReport.Parse(names.Content.Span).ToVerdict(null, 0);
        if (names.Kind != MessageKind.Loaded)
            throw new ForgedMessageException("It sent what a module does not.");
        CheckJson(names.Content.Span, _candidate);

        _tests.WaitUntilStarted(_context.Options.StartDeadline);
        _deadline = Deadline.In(_context.Limits.Time);
        _context.Progress.Case = 1;
        _tests.Send(MessageKind.Loaded, 0, names.Content.Span, _deadline.Remaining);
        ChildRun turn = _tests;
        while (true)
        {
            ChildReply reply = turn.Receive(_deadline);
            if (reply.End is { } ended)
                return turn == _candidate ? ChildVerdict.OfEarly(ended, _context) : OfTests(ended);
            ChildMessage message = reply.Message!.Value;
            if (turn == _tests)
                Advance(message);
            if (turn == _tests && message.Kind == MessageKind.Ended)
                return OfTests(message);
            turn = Pass(message, turn);
        }
    }

    /// <summary>Passes a message on; the result is whose turn it is then.</summary>
    private ChildRun Pass(ChildMessage message, ChildRun from)
    {
        ChildRun to = from == _tests ? _candidate : _tests;
        switch (message.Kind)
        {
            case MessageKind.Call when _calls.Count < MaxCalls:
                _calls.Push((from, message.Id));
                break;
            case MessageKind.Reply when _calls.TryPeek(out (ChildRun Caller, uint Id) call) && call.Caller == to && call.Id == message.Id:
                _calls.Pop();
                break;
            default:
                throw Broken(from);
        }
        CheckJson(message.Content.Span, from);
        to.Send(message.Kind, message.Id, message.Content.Span, _deadline.Remaining);
        return to;
    }

    /// <summary>Every case has the candidate's time to itself.</summary>
    private void Advance(ChildMessage message)
    {
        Progress progress = _context.Progress;
        if (message.Passed > progress.Passed)
            _deadline = Deadline.In(_context.Limits.Time);
        progress.Passed = message.Passed;
        progress.Case = message.Passed + 1;
    }

    private Verdict OfTests(ChildMessage message)
    {
        ErrorReport report = ParseOfTests(message.Content.Span);
        Progress progress = _context.Progress;
        return report.Outcome switch
        {
            "passed" => new Verdict(VerdictOutcome.Passed, Passed: progress.Passed),
            "wrong" => Failed(VerdictOutcome.Wrong),
            "error" => Failed(VerdictOutcome.RuntimeError),
            "memory" => Failed(VerdictOutcome.OutOfMemory),
            _ => Verdict.Failed(report.Text),
        };

        Verdict Failed(VerdictOutcome outcome) => new(outcome, report.Text, progress.Case, progress.Passed, report.Line, report.Column);
    }

    private static ErrorReport ParseOfTests(ReadOnlySpan<byte> content)
    {
        try
        {
            return ErrorReport.Parse(content);
        }
        catch (ForgedMessageException e)
        {
            throw new ZygoteException("The process of the tests sent no result.", e);
        }
    }

    private Verdict OfTests(ChildEnd end) => end.IsOutOfTime || end.IsOutOfMemory
        ? ChildVerdict.OfEarly(end, _context)
        : Verdict.Failed($"The process of the tests {end}.");

    private void CheckJson(ReadOnlySpan<byte> content, ChildRun from)
    {
        try
        {
            var reader = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
                // every token is checked
            }
        }
        catch (JsonException)
        {
            throw Broken(from);
        }
    }

    private Exception Broken(ChildRun from) => from == _candidate
        ? new ForgedMessageException("It sent what answers no call.")
        : new ZygoteException("The process of the tests sent what it must not.");
}
