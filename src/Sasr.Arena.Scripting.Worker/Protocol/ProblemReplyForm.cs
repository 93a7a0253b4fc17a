using System.Buffers;
using System.Text.Json;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>The compact form of a reply that holds generated problems alone: to read them as JSON would cost more than to draw many of them.</summary>
internal static class ProblemReplyForm
{
    public static bool Fits(WorkReply reply) => reply.Results.Count > 0 && reply.Results.All(result => result.Problems is not null);

    public static void Write(WorkReply reply, IBufferWriter<byte> output)
    {
        var fields = new FieldWriter(output);
        ReplyHeader.Write(fields, reply);
        foreach (WorkResult result in reply.Results)
        {
            fields.Write(result.Problems!.Count);
            foreach (Problem problem in result.Problems)
                ProblemFields.Write(fields, problem);
        }
    }

    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="JsonException">A problem's data is no JSON.</exception>
    public static WorkReply Read(ReadOnlySpan<byte> content)
    {
        var fields = new FieldReader(content);
        WorkReply reply = ReplyHeader.Read(ref fields, sizeof(int), out WorkResult[] results);
        for (int i = 0; i < results.Length; i++)
        {
            var problems = new Problem[fields.ReadCount(ProblemFields.LeastBytes)];
            for (int j = 0; j < problems.Length; j++)
                problems[j] = ProblemFields.Read(ref fields);
            results[i] = new WorkResult { Problems = problems };
        }
        fields.End();
        return reply;
    }
}
