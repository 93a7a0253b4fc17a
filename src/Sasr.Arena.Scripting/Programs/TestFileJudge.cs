using System.Diagnostics;
using System.Text.Json;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>
/// Judges functions by a file of tests. It runs in another worker than the program; its calls come here, and from here go to the
/// program as JSON.
/// </summary>
/// <param name="program">The candidate.</param>
/// <param name="tests">Where the file runs.</param>
/// <param name="deadline">How long the file may take from one call to the next.</param>
internal sealed class TestFileJudge(CandidateSession program, ProgramSession tests, TimeSpan deadline)
{
    // What a worker is given to begin with a call at all; how long the call took, the clock says.
    private static readonly TimeSpan LeastPatience = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _clock = new();
    private Verdict? _thrown;
    private int _passed;

    public async Task<Verdict> JudgeAsync(ProgramLanguage language, TestFile file)
    {
        if (await program.PrepareAsync() is { } broken)
            return broken;
        ProgramReply functions = await program.FunctionsAsync();
        if (functions.Failure is { } failure)
            return failure;

        var test = new TestItem(language, file.Source, file.EntryPoint, functions.Result!.Functions ?? []);
        ProgramReply reply = await tests.RunAsync(new(tests.Id) { Test = test }, deadline);
        while (true)
        {
            // Whatever happens to the tests' worker is not the candidate's doing.
            if (reply.Failure is { } lost)
                return Verdict.Failed($"The tests: {lost.Message}");
            if (reply.Result!.Step is not { } step)
                return Verdict.Failed("The worker gave no step of the tests.");
            if (step.Passed > _passed)
                _clock.Reset();
            _passed = step.Passed;
            if (step.Call is not { } call)
                return End(step);
            (AnswerItem? answer, Verdict? end) = await CallAsync(call);
            if (end is not null)
                return CaseVerdict.At(end, _passed);
            reply = await tests.RunAsync(new(tests.Id) { Answer = answer }, deadline);
        }
    }

    /// <summary>Calls the candidate. What it throws is the tests' to judge; what it dies of ends it.</summary>
    private async Task<(AnswerItem? Answer, Verdict? End)> CallAsync(InvokeItem call)
    {
        TimeSpan left = program.Limits.Time - _clock.Elapsed;
        _clock.Start();
        ProgramReply reply = await program.InvokeAsync(call, left > LeastPatience ? left : LeastPatience);
        _clock.Stop();
        switch (reply.Failure)
        {
            case null when _clock.Elapsed > program.Limits.Time:
                return (null, new Verdict(VerdictOutcome.TimedOut, "its calls ran longer than a case may"));
            case null:
                string? value = reply.Result!.Value;
                return value is null || IsShallow(value)
                    ? (new AnswerItem(value), null)
                    : (null, new Verdict(VerdictOutcome.RuntimeError, $"{call.Function} returned what is nested too deep"));
            case { Outcome: VerdictOutcome.RuntimeError, Message: { } message } thrown when !reply.IsLost:
                _thrown = thrown;
                return (new AnswerItem(null, message), null);
            case var end:
                return (null, end);
        }
    }

    private Verdict End(TestStep step)
    {
        if (step.Failure is not { } failure)
            return new Verdict(VerdictOutcome.Passed, Passed: _passed);
        return failure.Kind switch
        {
            TestFailureKind.Broken => Verdict.Failed($"The tests are broken: {failure.Message}"),
            TestFailureKind.Assertion => new Verdict(VerdictOutcome.Wrong, failure.Message, _passed + 1, _passed),
            TestFailureKind.Program when _thrown is not null => CaseVerdict.At(_thrown, _passed),
            _ => new Verdict(VerdictOutcome.RuntimeError, failure.Message, _passed + 1, _passed),
        };
    }

    private static bool IsShallow(string value)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(value);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
