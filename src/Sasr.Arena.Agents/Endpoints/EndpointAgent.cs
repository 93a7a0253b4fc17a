using System.Runtime.ExceptionServices;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Sasr.Arena.Agents.Endpoints;

/// <summary>
/// A model behind an OpenAI-compatible endpoint. What the endpoint fails to complete in all attempts is an action with a
/// <see cref="AgentAction.Failure"/>, and so unscored; a completion that its limit of tokens cut off is one like any other, and one
/// that a content filter kept back is an empty one.
/// </summary>
public sealed class EndpointAgent : IAgent, IDisposable
{
    private readonly EndpointOptions _options;
    private readonly Decoding _decoding;
    private readonly ulong _seed;
    private readonly ChatEndpoint _endpoint;
    private readonly ResiliencePipeline<string> _pipeline;
    private readonly SemaphoreSlim _room;
    private readonly CancellationTokenSource _ending = new();
    private ExceptionDispatchInfo? _end;
    private int _failedInARow;

    /// <summary>An agent that asks nothing yet.</summary>
    /// <param name="options">Where, and how patiently.</param>
    /// <param name="key">Sent with every request.</param>
    /// <param name="decoding">How completions are drawn.</param>
    /// <param name="seed">The same seed gives the same completions, as far as the endpoint keeps to it.</param>
    /// <param name="time">Measures time-outs and delays.</param>
    /// <exception cref="InputException">An option cannot be used.</exception>
    public EndpointAgent(EndpointOptions options, ApiKey key, Decoding decoding, ulong seed = 0, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(decoding);
        options.Validate();
        decoding.Validate();
        time ??= TimeProvider.System;
        (_options, _decoding, _seed) = (options, decoding, seed);
        _endpoint = new ChatEndpoint(options, key, time);
        _pipeline = EndpointPipeline.Build(options, time);
        _room = new SemaphoreSlim(options.Concurrency);
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">The endpoint refuses the key, the model or a field.</exception>
    /// <exception cref="InfrastructureException">The endpoint cannot be reached, or too many completions in a row have failed: it is down.</exception>
    public async ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        return await Task.WhenAll(conversations.Select(conversation => ActAsync(conversation, ct)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ending.Dispose();
        _room.Dispose();
    }

    private async Task<AgentAction> ActAsync(Conversation conversation, CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, _ending.Token);
        try
        {
            await _room.WaitAsync(ending.Token);
            try
            {
                return await CompleteAsync(ChatRequest.Of(conversation, _options, _decoding, _seed), ending.Token);
            }
            finally
            {
                _room.Release();
            }
        }
        catch (OperationCanceledException) when (_end is not null)
        {
            _end.Throw();
            throw;
        }
        catch (Exception e) when (e is InputException or InfrastructureException)
        {
            // What ends one ends all: nothing that comes after would fare better.
            if (Interlocked.CompareExchange(ref _end, ExceptionDispatchInfo.Capture(e), null) is null)
                await _ending.CancelAsync();
            throw;
        }
    }

    private async Task<AgentAction> CompleteAsync(ChatRequest request, CancellationToken ct)
    {
        int attempts = 0;
        EndpointException? last = null;
        try
        {
            string text = await _pipeline.ExecuteAsync(
                async token =>
                {
                    attempts++;
                    try
                    {
                        return await _endpoint.CompleteAsync(request, token);
                    }
                    catch (EndpointException e)
                    {
                        last = e;
                        throw;
                    }
                },
                ct);
            Interlocked.Exchange(ref _failedInARow, 0);
            return new AgentAction(text);
        }
        catch (Exception e) when (e is EndpointException or TimeoutRejectedException or BrokenCircuitException)
        {
            string reason = Describe(e, last, attempts);
            if (!_endpoint.HasReplied && last is { Failure: EndpointFailure.Unreachable })
                throw new InfrastructureException($"{_endpoint.Place} cannot be reached: {last.Message}.");
            if (Interlocked.Increment(ref _failedInARow) >= _options.GiveUpAfter)
                throw new InfrastructureException($"{_endpoint.Place}: {_options.GiveUpAfter} completions in a row have failed; the last: {reason}.");
            return AgentAction.Failed(reason);
        }
    }

    private string Describe(Exception e, EndpointException? last, int attempts)
    {
        string what = e switch
        {
            TimeoutRejectedException => FormattableString.Invariant($"no reply within {_options.AttemptTimeout.TotalSeconds:0.###} s"),
            EndpointException { RetryAfter: { } wait } when wait > _options.MaxRetryAfter =>
                FormattableString.Invariant($"{e.Message} (it asks to wait {wait.TotalSeconds:0} s)"),
            EndpointException => e.Message,
            _ => last?.Message ?? "it was down for others, and was not asked",
        };
        string tries = attempts == 1 ? "1 attempt" : FormattableString.Invariant($"{attempts} attempts");
        return $"the endpoint gave no completion in {tries}: {what}";
    }
}
