using System.Globalization;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>What a worker made of an item: a result, or the verdict that ends the candidate.</summary>
/// <param name="Result">Null where there is a failure.</param>
/// <param name="Failure">Without the case that it belongs to; null where there is none.</param>
/// <param name="IsLost">The program's worker is gone, and its state with it.</param>
internal readonly record struct ProgramReply(ProgramResult? Result, Verdict? Failure, bool IsLost = false)
{
    public static ProgramReply Of(WorkResult result) => result.Error is { } error
        ? new(null, new Verdict(Outcome(error.Kind), error.Message, Line: error.Line, Column: error.Line == 0 ? 0 : Math.Max(error.Column, 1)))
        : new(result.Program ?? new ProgramResult(), null);

    /// <summary>A candidate is alone with its worker: what the worker died of is its doing, where it can be nobody else's.</summary>
    public static ProgramReply Of(InfrastructureException failure, TimeSpan deadline) =>
        new(
            null,
            (failure as WorkerDiedException)?.Cause switch
            {
                DeathCause.Deadline => new Verdict(VerdictOutcome.TimedOut, $"it ran longer than {Seconds(deadline)} s"),
                DeathCause.StackOverflow => new Verdict(VerdictOutcome.RuntimeError, "the stack overflowed"),
                DeathCause.OutOfMemory => new Verdict(VerdictOutcome.OutOfMemory, "it wanted more memory than it may have"),
                _ => Verdict.Failed(failure.Message),
            },
            IsLost: true);

    private static VerdictOutcome Outcome(ScriptErrorKind kind) => kind switch
    {
        ScriptErrorKind.Compile => VerdictOutcome.CompileError,
        ScriptErrorKind.Runtime => VerdictOutcome.RuntimeError,
        ScriptErrorKind.Refused => VerdictOutcome.Refused,
        ScriptErrorKind.TimedOut => VerdictOutcome.TimedOut,
        ScriptErrorKind.OutOfMemory => VerdictOutcome.OutOfMemory,
        _ => VerdictOutcome.InfrastructureFailure,
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
