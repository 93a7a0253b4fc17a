using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Judges functions by what they return.</summary>
internal static class FunctionJudge
{
    private const string Null = "null";

    public static async Task<Verdict> JudgeAsync(CandidateSession program, FunctionTests tests)
    {
        if (await program.PrepareAsync() is { } broken)
            return broken;
        for (int i = 0; i < tests.Cases.Count; i++)
        {
            FunctionCase current = tests.Cases[i];
            ProgramReply reply = await program.InvokeAsync(tests.Function, current.Arguments);
            if (reply.Failure is { } failure)
                return CaseVerdict.At(failure, i);
            string value = reply.Result!.Value ?? Null;
            if (!Matches(current.Expected, value))
            {
                string arguments = string.Join(", ", current.Arguments.Select(argument => argument.GetRawText()));
                string message = $"{tests.Function}({CaseVerdict.Shorten(arguments)}) is {CaseVerdict.Shorten(value)} "
                    + $"instead of {CaseVerdict.Shorten(current.Expected.GetRawText())}";
                return new Verdict(VerdictOutcome.Wrong, message.ReplaceLineEndings(" "), i + 1, i);
            }
        }
        return new Verdict(VerdictOutcome.Passed, Passed: tests.Cases.Count);
    }

    private static bool Matches(JsonElement expected, string value)
    {
        try
        {
            using JsonDocument actual = JsonDocument.Parse(value);
            return JsonComparison.AreEqual(expected, actual.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Deeper than what anybody expects, or a string that is no text.
            return false;
        }
    }
}
