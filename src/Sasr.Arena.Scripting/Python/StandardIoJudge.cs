using System.Buffers;
using System.Text;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>Judges whole programs by what they print; every case runs in a process of its own.</summary>
internal static class StandardIoJudge
{
    private const int BytesPerUnit = 3; // of UTF-8, at most

    public static Verdict Judge(string source, StandardIoTests tests, JudgeContext context)
    {
        Progress progress = context.Progress;
        foreach (StandardIoCase test in tests.Cases)
        {
            progress.Case = progress.Passed + 1;
            if (Run(source, test, context) is { } failure)
                return failure;
            progress.Passed++;
        }
        return new Verdict(VerdictOutcome.Passed, Passed: progress.Passed);
    }

    private static Verdict? Run(string source, StandardIoCase test, JudgeContext context)
    {
        Progress progress = context.Progress;
        ChildRun run = context.Begin(new { mode = "program", source, input = test.Input, limits = context.LimitsFor(cases: 1) });
        var deadline = Deadline.In(context.Limits.Time);
        var output = new ArrayBufferWriter<byte>();
        long mostBytes = (long)context.Limits.OutputLength * BytesPerUnit;
        run.Output = bytes =>
        {
            if (output.WrittenCount <= mostBytes)
                output.Write(bytes);
        };
        ErrorReport? report = null;
        ChildEnd end;
        while (true)
        {
            ChildReply reply = run.Receive(deadline);
            if (output.WrittenCount > mostBytes)
            {
                run.End();
                return TooLong();
            }
            if (reply.End is { } last)
            {
                end = last;
                break;
            }
            if (reply.Message is not { Kind: MessageKind.Ended } message)
                throw new ForgedMessageException("It sent what a program does not.");
            report ??= ErrorReport.Parse(message.Content.Span);
        }
        if (report is not null)
            return report.ToVerdict(progress.Case, progress.Passed);
        if (ChildVerdict.Of(end, context) is { } failure)
            return failure;
        string text = Encoding.UTF8.GetString(output.WrittenSpan);
        if (text.Length > context.Limits.OutputLength)
            return TooLong();
        return OutputComparison.Difference(test.Output, text) is { } difference
            ? new Verdict(VerdictOutcome.Wrong, difference, progress.Case, progress.Passed)
            : null;

        Verdict TooLong() => new(
            VerdictOutcome.RuntimeError, $"It printed more than {context.Limits.OutputLength} characters.", progress.Case, progress.Passed);
    }
}
