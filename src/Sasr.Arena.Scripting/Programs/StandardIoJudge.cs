using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Judges whole programs by what they print.</summary>
internal static class StandardIoJudge
{
    public static async Task<Verdict> JudgeAsync(CandidateSession program, IReadOnlyList<StandardIoCase> cases)
    {
        for (int i = 0; i < cases.Count; i++)
        {
            ProgramReply reply = await program.RunAsync(cases[i].Input);
            if (reply.Failure is { } failure)
                return CaseVerdict.At(failure, i);
            if (reply.Result!.Output is not { } output)
                return Verdict.Failed("The worker gave no output.");
            if (!OutputComparison.AreEqual(cases[i].Output, output))
                return new Verdict(VerdictOutcome.Wrong, CaseVerdict.Difference(cases[i].Output, output), i + 1, i);
        }
        return new Verdict(VerdictOutcome.Passed, Passed: cases.Count);
    }
}
