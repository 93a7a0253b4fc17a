using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Sasr.Arena.Agents.Endpoints;

/// <summary>
/// Reads a chat completion out of a reply, whole or streamed. It asks for no more than a completion needs: servers differ in all
/// the rest, and in the names of the reasons why they stopped.
/// </summary>
internal static class ChatReply
{
    private const string Filtered = "content_filter";
    private const string Done = "[DONE]";

    /// <summary>The text; empty where a filter kept it back.</summary>
    /// <exception cref="EndpointException">There is none in it.</exception>
    public static async Task<string> ReadAsync(Stream content, bool streamed, CancellationToken ct)
    {
        try
        {
            return streamed ? await ReadEventsAsync(content, ct) : await ReadWholeAsync(content, ct);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new EndpointException("its reply is no JSON of a completion", EndpointFailure.Unreadable);
        }
    }

    /// <summary>The error's message, code and parameter in a reply; the text itself where it is another.</summary>
    public static (string Message, string? Code, string? Parameter) Error(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement error = Property(document.RootElement, "error") ?? document.RootElement;
            string? message = error.ValueKind == JsonValueKind.String ? error.GetString() : Text(error, "message");
            return (message ?? body, Text(error, "code") ?? Text(error, "type"), Text(error, "param"));
        }
        catch (JsonException)
        {
            return (body, null, null);
        }
    }

    private static async Task<string> ReadWholeAsync(Stream content, CancellationToken ct)
    {
        using JsonDocument document = await JsonDocument.ParseAsync(content, cancellationToken: ct);
        JsonElement choice = Choice(document.RootElement) ?? throw Empty();
        if (Text(choice, "finish_reason") == Filtered)
            return "";
        return Property(choice, "message") is { } message ? Written(message) : throw Empty();
    }

    private static async Task<string> ReadEventsAsync(Stream content, CancellationToken ct)
    {
        var text = new StringBuilder();
        bool begun = false, finished = false;
        await foreach (SseItem<string> item in SseParser.Create(content).EnumerateAsync(ct))
        {
            if (item.Data == Done)
            {
                finished = true;
                break;
            }
            using JsonDocument document = JsonDocument.Parse(item.Data);
            if (Choice(document.RootElement) is not { } choice)
                continue;
            begun = true;
            if (Property(choice, "delta") is { } delta)
                text.Append(Written(delta));
            string? reason = Text(choice, "finish_reason");
            if (reason == Filtered)
                return "";
            finished |= !string.IsNullOrEmpty(reason);
        }
        if (!finished)
            throw new EndpointException("its stream broke off", EndpointFailure.Unreadable);
        return begun ? text.ToString() : throw Empty();
    }

    private static JsonElement? Choice(JsonElement root)
    {
        if (Property(root, "error") is { } error)
            throw new EndpointException($"it replied with an error: {Text(error, "message") ?? "no message"}", EndpointFailure.Unreadable);
        return Property(root, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0 ? choices[0] : null;
    }

    // The content is a text, or a list of parts of which some are; a refusal stands beside it.
    private static string Written(JsonElement message) => Property(message, "content") switch
    {
        { ValueKind: JsonValueKind.String } content => content.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Concat(parts.EnumerateArray().Select(part => Text(part, "text"))),
        _ => Text(message, "refusal") ?? "",
    };

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    private static string? Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static EndpointException Empty() => new("its reply has no choices", EndpointFailure.Unreadable);
}
