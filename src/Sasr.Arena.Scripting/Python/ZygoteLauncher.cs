using System.ComponentModel;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Python;

/// <summary>Starts zygotes, and tries again where one does not come up. Nothing else is ever retried.</summary>
internal sealed class ZygoteLauncher(ILauncher launcher, PythonInstallation python, PythonRunnerOptions options)
{
    private readonly ResiliencePipeline _start = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Win32Exception>().Handle<ZygoteException>(),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(50),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Win32Exception>().Handle<ZygoteException>(),
            FailureRatio = 0.5,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(5),
        })
        .Build();

    /// <summary>Whether the kernel holds what it starts.</summary>
    public bool IsSandbox => launcher.IsSandbox;

    /// <summary>Starts one that will be ready later; null where that fails.</summary>
    public Zygote? StartSpare()
    {
        try
        {
            return Zygote.Start(launcher, python, options.MemoryBytes);
        }
        catch (Exception e) when (e is Win32Exception or ZygoteException)
        {
            return null;
        }
    }

    /// <summary>One that is ready: the spare, where there is one that comes up.</summary>
    /// <exception cref="ZygoteException">None comes up.</exception>
    public Zygote Start(Zygote? spare)
    {
        try
        {
            return _start.Execute(() =>
            {
                Zygote zygote = Interlocked.Exchange(ref spare, null) ?? Zygote.Start(launcher, python, options.MemoryBytes);
                try
                {
                    zygote.WaitUntilReady(options.StartDeadline);
                    return zygote;
                }
                catch (ZygoteException)
                {
                    zygote.Dispose();
                    throw;
                }
            });
        }
        catch (Exception e) when (e is Win32Exception or BrokenCircuitException)
        {
            throw new ZygoteException($"Python does not start ({python.Executable}): {e.Message}", e);
        }
    }
}
