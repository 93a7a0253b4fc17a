using System.Text.Json;
using System.Text.Json.Serialization;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Agents.Endpoints;

/// <summary>The body of a request for a chat completion.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Messages">What was said, the last by the user.</param>
internal sealed record ChatRequest(string Model, IReadOnlyList<ChatTurn> Messages)
{
    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public int? MaxTokens { get; init; }

    /// <summary>What OpenAI's own models call <see cref="MaxTokens"/>; most other servers know only the older name.</summary>
    public int? MaxCompletionTokens { get; init; }

    public int? Seed { get; init; }

    public bool? Stream { get; init; }

    /// <summary>
    /// The environment's instructions as the system's message, then every observation as the user's and every action as the
    /// assistant's.
    /// </summary>
    public static ChatRequest Of(Conversation conversation, EndpointOptions options, Decoding decoding, ulong seed)
    {
        bool Sends(string field) => !options.Omit.Contains(field);
        bool isOpenAI = options.BaseUrl.Host == EndpointOptions.OpenAI.Host;
        int? maxTokens = Sends("max_tokens") ? decoding.MaxTokens : null;
        return new ChatRequest(options.Model, [.. Turns(conversation)])
        {
            Temperature = Sends("temperature") ? decoding.Temperature : null,
            TopP = Sends("top_p") && decoding.TopP < 1 ? decoding.TopP : null,
            MaxTokens = isOpenAI ? null : maxTokens,
            MaxCompletionTokens = isOpenAI ? maxTokens : null,
            Seed = Sends("seed") ? SeedOf(conversation, seed) : null,
            Stream = options.Streaming ? true : null,
        };
    }

    public BinaryData ToBinary() => new(JsonSerializer.SerializeToUtf8Bytes(this, ChatJson.Default.ChatRequest));

    // Of 31 bits: that much every server takes.
    private static int SeedOf(Conversation conversation, ulong seed) =>
        (int)(Seeds.Derive("endpoint", seed, conversation.Id) & int.MaxValue);

    private static IEnumerable<ChatTurn> Turns(Conversation conversation)
    {
        if (conversation.Environment.Instructions.Length > 0)
            yield return new ChatTurn("system", conversation.Environment.Instructions);
        foreach (Exchange exchange in conversation.History)
        {
            yield return new ChatTurn("user", exchange.Observation.Text);
            yield return new ChatTurn("assistant", exchange.Action.Text);
        }
        yield return new ChatTurn("user", conversation.Observation.Text);
    }
}

/// <summary>A message.</summary>
/// <param name="Role">system, user or assistant.</param>
/// <param name="Content">Its text.</param>
internal sealed record ChatTurn(string Role, string Content);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatRequest))]
internal sealed partial class ChatJson : JsonSerializerContext;
