using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Sasr.Arena.Agents.Endpoints;

/// <summary>
/// What stands between a completion and its attempts: retries with growing, jittered delays or the endpoint's own
/// <c>Retry-After</c>, a circuit breaker, a time-out for each attempt.
/// </summary>
internal static class EndpointPipeline
{
    // The breaker opens where, in its period, at least so many attempts were made and this share of them failed.
    private const double BreakRatio = 0.8;
    private const int BreakThroughput = 10;

    // Those who were told the same time must not all come back in the same instant.
    private const double Spread = 0.1;

    public static ResiliencePipeline<string> Build(EndpointOptions options, TimeProvider time) => new ResiliencePipelineBuilder<string> { TimeProvider = time }
        .AddRetry(options)
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<string>
        {
            ShouldHandle = arguments => ValueTask.FromResult(IsDown(arguments.Outcome.Exception)),
            FailureRatio = BreakRatio,
            MinimumThroughput = BreakThroughput,
            SamplingDuration = options.BreakPeriod,
            BreakDuration = options.BreakDuration,
        })
        .AddTimeout(options.AttemptTimeout)
        .Build();

    private static ResiliencePipelineBuilder<string> AddRetry(this ResiliencePipelineBuilder<string> builder, EndpointOptions options) =>
        options.Attempts == 1 ? builder : builder.AddRetry(new RetryStrategyOptions<string>
        {
            ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnother(arguments.Outcome.Exception, options)),
            MaxRetryAttempts = options.Attempts - 1,
            Delay = options.RetryDelay,
            MaxDelay = options.MaxRetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = arguments => ValueTask.FromResult(Named(arguments.Outcome.Exception)),
        });

    private static bool IsWorthAnother(Exception? e, EndpointOptions options) => e switch
    {
        EndpointException { Failure: EndpointFailure.Refused } => false,
        EndpointException { RetryAfter: { } wait } => wait <= options.MaxRetryAfter,
        EndpointException or TimeoutRejectedException or BrokenCircuitException => true,
        _ => false,
    };

    private static bool IsDown(Exception? e) => e is EndpointException { Failure: EndpointFailure.Unreachable or EndpointFailure.Down } or TimeoutRejectedException;

    private static TimeSpan? Named(Exception? e)
    {
        TimeSpan? wait = e switch
        {
            EndpointException { RetryAfter: { } asked } => asked,
            BrokenCircuitException { RetryAfter: { } closed } => closed,
            _ => null,
        };
        return wait is { } time ? time * (1 + Spread * Random.Shared.NextDouble()) : null;
    }
}
