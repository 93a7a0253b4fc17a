namespace Sasr.Arena.Scripting.Protocol;

/// <summary>What every compact reply begins with: all but its results, and how many of them follow.</summary>
internal static class ReplyHeader
{
    public static void Write(FieldWriter fields, WorkReply reply)
    {
        fields.Write(reply.Id);
        fields.Write(reply.First);
        fields.Write(reply.WorkingSetBytes);
        fields.Write(reply.Results.Count);
    }

    /// <summary>A reply whose results are still to be read into the array.</summary>
    /// <param name="fields">Of the message.</param>
    /// <param name="leastBytes">What a result takes at least.</param>
    /// <param name="results">As many as the message says that it holds.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static WorkReply Read(ref FieldReader fields, int leastBytes, out WorkResult[] results)
    {
        long id = fields.ReadInt64();
        int first = fields.ReadInt32();
        long workingSet = fields.ReadInt64();
        results = new WorkResult[fields.ReadCount(leastBytes)];
        return new WorkReply(id, first, results, workingSet);
    }
}
