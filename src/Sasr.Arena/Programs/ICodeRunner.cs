namespace Sasr.Arena.Programs;

/// <summary>Runs candidates of one language and judges them. Calls may be made concurrently.</summary>
public interface ICodeRunner : IAsyncDisposable
{
    /// <summary>What the candidates are written in.</summary>
    ProgramLanguage Language { get; }

    /// <summary>
    /// Runs a candidate against its tests, up to the first case that fails. Whatever goes wrong on the runner's side is a verdict of
    /// <see cref="VerdictOutcome.InfrastructureFailure"/>, never an exception.
    /// </summary>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    ValueTask<Verdict> JudgeAsync(
        Candidate candidate, CandidateTests tests, ProgramLimits? limits = null, CancellationToken ct = default);
}
