using System.Text.Json;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>Judges candidates by what a function of theirs returns; the cases run one after another in one process.</summary>
internal static class FunctionJudge
{
    private const int Shown = 120;

    private static readonly JsonDocumentOptions ReplyOptions = new() { MaxDepth = 128 };

    public static Verdict Judge(string source, FunctionTests tests, JudgeContext context)
    {
        Progress progress = context.Progress;
        ChildRun run = context.Begin(new
        {
            mode = "function", source, function = tests.Function, limits = context.LimitsFor(tests.Cases.Count + 1),
        });
        try
        {
            ChildReply first = run.Receive(Deadline.In(context.Limits.Time));
            if (first.End is { } end)
                return ChildVerdict.OfEarly(end, context);
            if (first.Message is { Kind: MessageKind.Ended } failure)
                return ErrorReport.Parse(failure.Content.Span).ToVerdict(null, 0);
            if (first.Message is not { Kind: MessageKind.Loaded })
                throw new ForgedMessageException("It sent what a module does not.");
            foreach (FunctionCase test in tests.Cases)
            {
                progress.Case = progress.Passed + 1;
                if (Call(run, test, (uint)progress.Case, tests.Function, context) is { } verdict)
                    return verdict;
                progress.Passed++;
            }
            return new Verdict(VerdictOutcome.Passed, Passed: progress.Passed);
        }
        finally
        {
            run.End();
        }
    }

    private static Verdict? Call(ChildRun run, FunctionCase test, uint id, string function, JudgeContext context)
    {
        Progress progress = context.Progress;
        var deadline = Deadline.In(context.Limits.Time);
        run.Send(MessageKind.Call, id, JsonSerializer.SerializeToUtf8Bytes(test.Arguments), deadline.Remaining);
        ChildReply reply = run.Receive(deadline);
        if (reply.End is { } end)
            return ChildVerdict.OfEarly(end, context);
        if (reply.Message is not { Kind: MessageKind.Reply } message || message.Id != id)
            throw new ForgedMessageException("It sent what answers no call.");
        if (message.Content.Length > context.Limits.OutputLength)
            return Failed(VerdictOutcome.RuntimeError, $"It returned more than {context.Limits.OutputLength} characters.");

        using JsonDocument document = Parse(message.Content);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new ForgedMessageException("It sent no result.");
        if (root.TryGetProperty("error", out JsonElement error))
            return ErrorReport.Parse(JsonSerializer.SerializeToUtf8Bytes(error)).ToVerdict(progress.Case, progress.Passed);
        if (!root.TryGetProperty("value", out JsonElement value))
            throw new ForgedMessageException("It sent no result.");
        if (JsonComparison.AreEqual(test.Expected, value))
            return null;
        string arguments = Short(string.Join(", ", test.Arguments.Select(argument => argument.GetRawText())));
        return Failed(VerdictOutcome.Wrong, $"{function}({arguments}) gave {Short(value.GetRawText())}, not {Short(test.Expected.GetRawText())}");

        Verdict Failed(VerdictOutcome outcome, string text) => new(outcome, text, progress.Case, progress.Passed);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonDocument.Parse(content, ReplyOptions);
        }
        catch (JsonException)
        {
            throw new ForgedMessageException("It sent no JSON.");
        }
    }

    private static string Short(string json) => (json.Length > Shown ? $"{json[..Shown]}…" : json).ReplaceLineEndings(" ");
}
