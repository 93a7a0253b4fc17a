using System.ComponentModel;
using Polly;
using Polly.Retry;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>
/// Starts workers, and tries again where one does not come up. Nothing else is ever retried: a script that has
/// killed its worker would kill the next.
/// </summary>
internal sealed class WorkerLauncher(WorkerCommand command, ScriptHostOptions options)
{
    private readonly ResiliencePipeline<WorkerProcess> _start = new ResiliencePipelineBuilder<WorkerProcess>()
        .AddRetry(new RetryStrategyOptions<WorkerProcess>
        {
            ShouldHandle = new PredicateBuilder<WorkerProcess>().Handle<Win32Exception>().Handle<WorkerDiedException>(),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(50),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <exception cref="InfrastructureException">No worker came up.</exception>
    public WorkerProcess Start(CancellationToken ct)
    {
        try
        {
            return _start.Execute(_ => WorkerProcess.Start(command, options), ct);
        }
        catch (Exception e) when (e is Win32Exception or WorkerDiedException)
        {
            throw new InfrastructureException($"The script worker does not start ({command.FileName}): {e.Message}", e);
        }
    }
}
