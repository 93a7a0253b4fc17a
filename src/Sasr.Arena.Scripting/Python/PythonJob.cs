using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>A candidate on its way to a worker, and whoever waits for its verdict.</summary>
internal sealed class PythonJob(Candidate candidate, CandidateTests tests, ProgramLimits limits, CancellationToken ct)
{
    private readonly TaskCompletionSource<Verdict> _verdict = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Candidate Candidate => candidate;

    public CandidateTests Tests => tests;

    public ProgramLimits Limits => limits;

    public CancellationToken Cancelled => ct;

    public Task<Verdict> Verdict => _verdict.Task;

    public void Complete(Verdict verdict)
    {
        if (ct.IsCancellationRequested)
            _verdict.TrySetCanceled(ct);
        else
            _verdict.TrySetResult(verdict);
    }

    public void Fail(Exception reason) => _verdict.TrySetException(reason);
}
