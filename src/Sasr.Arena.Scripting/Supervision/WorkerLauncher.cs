using System.ComponentModel;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>
/// Starts workers, tries again where one does not come up, and stops trying for a while where none does. Nothing else is ever
/// retried: work that has killed its worker would kill the next.
/// </summary>
internal sealed class WorkerLauncher(ILauncher launcher, ConfinedProgram program, ScriptHostOptions options)
{
    private static readonly PredicateBuilder<WorkerProcess> Failures =
        new PredicateBuilder<WorkerProcess>().Handle<Win32Exception>().Handle<WorkerDiedException>();

    private readonly ResiliencePipeline<WorkerProcess> _start = new ResiliencePipelineBuilder<WorkerProcess>()
        .AddRetry(new RetryStrategyOptions<WorkerProcess>
        {
            ShouldHandle = Failures,
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(50),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<WorkerProcess>
        {
            ShouldHandle = Failures,
            FailureRatio = 0.5,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(5),
        })
        .Build();

    private volatile string _lastFailure = "";

    /// <exception cref="InfrastructureException">No worker came up.</exception>
    public WorkerProcess Start(CancellationToken ct)
    {
        try
        {
            return _start.Execute(_ => WorkerProcess.Start(launcher, program, options), ct);
        }
        catch (Exception e) when (e is Win32Exception or WorkerDiedException)
        {
            _lastFailure = e.Message;
            throw Failure(e);
        }
        catch (BrokenCircuitException e)
        {
            throw Failure(e);
        }
    }

    private InfrastructureException Failure(Exception cause) =>
        new($"The script worker does not start ({program.FileName}): {(_lastFailure.Length > 0 ? _lastFailure : cause.Message)}", cause);
}
