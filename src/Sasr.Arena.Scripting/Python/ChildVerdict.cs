using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>What the end of a candidate's process says about the candidate.</summary>
internal static class ChildVerdict
{
    /// <summary>Null where it ended well.</summary>
    public static Verdict? Of(ChildEnd end, JudgeContext context) => end.ExitCode == 0 ? null : OfEarly(end, context);

    /// <summary>Where it was to go on.</summary>
    public static Verdict OfEarly(ChildEnd end, JudgeContext context)
    {
        (VerdictOutcome outcome, string message) =
            end.IsOutOfMemory ? (VerdictOutcome.OutOfMemory, "MemoryError")
            : end.IsOutOfTime ? (VerdictOutcome.TimedOut, "It used more processor time than it may.")
            : (VerdictOutcome.RuntimeError, $"The program {end}.");
        return new Verdict(outcome, message, context.Progress.Case, context.Progress.Passed);
    }
}
