using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Sockets;
using OpenAI;
using OpenAI.Chat;

namespace Sasr.Arena.Agents.Endpoints;

/// <summary>One attempt at one completion, and what its failure means.</summary>
internal sealed class ChatEndpoint
{
    // Of what an endpoint says in an error.
    private const int MaxMessage = 300;

    private readonly EndpointOptions _options;
    private readonly ApiKey _key;
    private readonly TimeProvider _time;
    private readonly ChatClient _client;
    private volatile bool _hasReplied;

    public ChatEndpoint(EndpointOptions options, ApiKey key, TimeProvider time)
    {
        (_options, _key, _time) = (options, key, time);
        // Retries and time-outs are the pipeline's (EndpointPipeline), and nobody else's.
        _client = new ChatClient(options.Model, new ApiKeyCredential(key.Header), new OpenAIClientOptions
        {
            Endpoint = options.BaseUrl,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        });
    }

    /// <summary>Where it is.</summary>
    public string Place => _options.BaseUrl.GetLeftPart(UriPartial.Path);

    /// <summary>Whether it has ever replied.</summary>
    public bool HasReplied
    {
        get => _hasReplied;
        private set => _hasReplied = value;
    }

    /// <summary>Asks once.</summary>
    /// <exception cref="EndpointException">There is no completion this time.</exception>
    /// <exception cref="InputException">The endpoint refuses the key, the model or a field, and would refuse the next request too.</exception>
    public async Task<string> CompleteAsync(ChatRequest request, CancellationToken ct)
    {
        try
        {
            using PipelineResponse response = await SendAsync(request, ct);
            HasReplied = true;
            if (response.Status != (int)HttpStatusCode.OK)
                return await ReadRefusalAsync(response, ct);
            bool streamed = response.Headers.TryGetValue("Content-Type", out string? type)
                && type!.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase);
            return _key.RedactCompletion(await ChatReply.ReadAsync(response.ContentStream!, streamed, ct));
        }
        catch (EndpointException e)
        {
            throw new EndpointException(Tidy(e.Message), e.Failure, e.RetryAfter);
        }
        catch (Exception e) when (e is ClientResultException or HttpRequestException or IOException)
        {
            ct.ThrowIfCancellationRequested();
            if (!HasReplied && e.GetBaseException() is SocketException { SocketErrorCode: SocketError.HostNotFound })
                throw new InputException($"There is no host '{_options.BaseUrl.Host}'; --base-url names the endpoint.");
            throw new EndpointException(Tidy($"the connection failed: {e.GetBaseException().Message}"), EndpointFailure.Unreachable);
        }
    }

    private async Task<PipelineResponse> SendAsync(ChatRequest request, CancellationToken ct)
    {
        using BinaryContent body = BinaryContent.Create(request.ToBinary());
        var options = new RequestOptions { CancellationToken = ct, BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow };
        return (await _client.CompleteChatAsync(body, options)).GetRawResponse();
    }

    /// <returns>An empty completion, where a filter refused the question.</returns>
    private async Task<string> ReadRefusalAsync(PipelineResponse response, CancellationToken ct)
    {
        using var reader = new StreamReader(response.ContentStream ?? Stream.Null);
        (string message, string? code, string? parameter) = ChatReply.Error(await reader.ReadToEndAsync(ct));
        string said = Tidy($"HTTP {response.Status}: {message}");
        switch (response.Status)
        {
            case 400 when code == "content_filter":
                return "";
            case 401 or 403:
                throw new InputException(_key.IsSet
                    ? $"{Place} refuses {_key} ({said})."
                    : $"{Place} wants a key, and the environment variable {_key.Variable} is not set ({said}).");
            case 402:
            case 429 when code == "insufficient_quota":
                throw new InputException($"{Place}: the account of {_key} has no credit left ({said}).");
            case 404:
                throw new InputException($"{Place} has no model '{_options.Model}', or --base-url is not the root of its API ({said}).");
            case 400 or 422 when EndpointOptions.Fields.FirstOrDefault(field => Names(parameter, field)) is { } field:
                throw new InputException($"{Place} does not take '{field}' as it is; change it, or leave it out with --omit {field} ({said}).");
            case 429:
                throw new EndpointException(said, EndpointFailure.Busy, RetryAfter.Of(response.Headers, _time));
            case 408 or 409 or 425 or >= 500:
                throw new EndpointException(said, EndpointFailure.Down, RetryAfter.Of(response.Headers, _time));
            default:
                throw new EndpointException(said, EndpointFailure.Refused);
        }
    }

    private static bool Names(string? parameter, string field) =>
        parameter == field || (field == "max_tokens" && parameter == "max_completion_tokens");

    private string Tidy(string message)
    {
        string line = string.Join(' ', _key.Redact(message).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxMessage ? line : $"{line[..MaxMessage]}...";
    }
}
