using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sasr.Arena.Agents.Caching;

/// <summary>The name of a completion: a SHA-256 over all that it depends on.</summary>
internal static class CacheKey
{
    // Raised by every change of what is hashed, of how, or of what agents make of a conversation.
    private const int Layout = 1;

    /// <summary>The key of a batch's completions, in lower-case hexadecimal digits.</summary>
    /// <param name="identity">See <see cref="AgentIdentity"/>.</param>
    /// <param name="conversations">The batch, in its order.</param>
    public static string Of(string identity, IReadOnlyList<Conversation> conversations)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, identity, conversations);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    // JSON says where every text ends, so that no two batches are written alike.
    private static void Write(Utf8JsonWriter json, string identity, IReadOnlyList<Conversation> conversations)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Layout);
        json.WriteStringValue(identity);
        foreach (Conversation conversation in conversations)
        {
            json.WriteStartArray();
            json.WriteNumberValue(conversation.Id);
            json.WriteStringValue(conversation.Environment.Id);
            json.WriteStringValue(conversation.Environment.Instructions);
            foreach (Exchange exchange in conversation.History)
            {
                json.WriteStringValue(exchange.Observation.Text);
                json.WriteStringValue(exchange.Action.Text);
            }
            json.WriteStringValue(conversation.Observation.Text);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
