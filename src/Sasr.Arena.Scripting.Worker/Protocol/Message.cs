using System.Buffers;
using System.Text.Json;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>What is in a frame: a message as JSON, or the number of a compact form and that form.</summary>
internal static class Message
{
    // No JSON begins with them.
    private const byte Scores = 1;
    private const byte Problems = 2;

    public static void Write(WorkRequest request, IBufferWriter<byte> output, Utf8JsonWriter json)
    {
        if (ScoreRequestForm.Fits(request))
        {
            new FieldWriter(output).Write(Scores);
            ScoreRequestForm.Write(request, output);
        }
        else
        {
            JsonSerializer.Serialize(json, request, MessageJson.Default.WorkRequest);
            json.Flush();
        }
    }

    public static void Write(WorkReply reply, IBufferWriter<byte> output, Utf8JsonWriter json)
    {
        if (ScoreReplyForm.Fits(reply))
        {
            new FieldWriter(output).Write(Scores);
            ScoreReplyForm.Write(reply, output);
        }
        else if (ProblemReplyForm.Fits(reply))
        {
            new FieldWriter(output).Write(Problems);
            ProblemReplyForm.Write(reply, output);
        }
        else
        {
            JsonSerializer.Serialize(json, reply, MessageJson.Default.WorkReply);
            json.Flush();
        }
    }

    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="JsonException">It is none.</exception>
    public static WorkRequest ReadRequest(ReadOnlySpan<byte> content) =>
        (content is [Scores, .. var scores]
            ? ScoreRequestForm.Read(scores)
            : JsonSerializer.Deserialize(content, MessageJson.Default.WorkRequest)) ?? throw new InvalidDataException("A request of nothing.");

    /// <inheritdoc cref="ReadRequest"/>
    public static WorkReply ReadReply(ReadOnlySpan<byte> content)
    {
        WorkReply? reply = content switch
        {
            [Scores, .. var scores] => ScoreReplyForm.Read(scores),
            [Problems, .. var problems] => ProblemReplyForm.Read(problems),
            _ => JsonSerializer.Deserialize(content, MessageJson.Default.WorkReply),
        };
        return reply?.Results is null || reply.Results.Contains(null!)
            ? throw new InvalidDataException("A reply without results.")
            : reply;
    }
}
