namespace Sasr.Arena.Programs;

/// <summary>What became of a candidate.</summary>
/// <param name="Outcome">The kind of end.</param>
/// <param name="Message">One line that says what was wrong; null where it passed.</param>
/// <param name="FailedCase">The first case that failed, from 1; null where none did or none ran.</param>
/// <param name="Passed">Cases that passed before it.</param>
/// <param name="Line">Where in the candidate's source, from 1; 0 where it is not known.</param>
/// <param name="Column">Where in that line, from 1; 0 where it is not known.</param>
public sealed record Verdict(
    VerdictOutcome Outcome, string? Message = null, int? FailedCase = null, int Passed = 0, int Line = 0, int Column = 0)
{
    /// <summary>Whether every case passed.</summary>
    public bool IsPassed => Outcome == VerdictOutcome.Passed;

    /// <summary>Whether it says anything about the candidate. Where it does not, nothing may be scored by it.</summary>
    public bool IsJudged => Outcome != VerdictOutcome.InfrastructureFailure;

    /// <summary>A failure that is not the candidate's.</summary>
    public static Verdict Failed(string reason) => new(VerdictOutcome.InfrastructureFailure, reason);
}

/// <summary>The kinds of end that a candidate can come to.</summary>
public enum VerdictOutcome
{
    /// <summary>Every case passed.</summary>
    Passed,

    /// <summary>A case gave another result than the expected one, or a test's assertion failed.</summary>
    Wrong,

    /// <summary>It threw, or ended with an exit code.</summary>
    RuntimeError,

    /// <summary>It is not a program of its language.</summary>
    CompileError,

    /// <summary>It ran longer than it may.</summary>
    TimedOut,

    /// <summary>It wanted more memory than it may have.</summary>
    OutOfMemory,

    /// <summary>It uses what no candidate may use, and was not run.</summary>
    Refused,

    /// <summary>The runner failed: this is no verdict on the candidate.</summary>
    InfrastructureFailure,
}
