using System.Buffers;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>The compact form of a reply that holds scores alone.</summary>
internal static class ScoreReplyForm
{
    public static bool Fits(WorkReply reply) => reply.Results.Count > 0 && reply.Results.All(result => result.Score is not null);

    public static void Write(WorkReply reply, IBufferWriter<byte> output)
    {
        var fields = new FieldWriter(output);
        ReplyHeader.Write(fields, reply);
        foreach (WorkResult result in reply.Results)
            fields.Write(result.Score!.Value);
    }

    /// <exception cref="InvalidDataException">It is none, or holds what is no score.</exception>
    public static WorkReply Read(ReadOnlySpan<byte> content)
    {
        var fields = new FieldReader(content);
        WorkReply reply = ReplyHeader.Read(ref fields, sizeof(double), out WorkResult[] results);
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = fields.ReadDouble() is >= 0 and <= 1 and var score
                ? new WorkResult { Score = score }
                : throw new InvalidDataException("A score that lies outside 0 to 1.");
        }
        fields.End();
        return reply;
    }
}
