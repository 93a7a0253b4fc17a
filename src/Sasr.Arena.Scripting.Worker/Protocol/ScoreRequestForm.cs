using System.Buffers;
using System.Text.Json;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>
/// The compact form of a request that only asks for scores, as most do: a script or a problem that stands in it more than once is
/// written once. As JSON it would cost more than the scores.
/// </summary>
/// <remarks>A script or a problem is written as its place among those of the request; where the place is new, what stands there follows.</remarks>
internal static class ScoreRequestForm
{
    private const int LeastBytesOfItem = 4 * sizeof(int);

    public static bool Fits(WorkRequest request) => request.Items.Count > 0 && request.Items.All(item => item.Score is { Verdict: null });

    public static void Write(WorkRequest request, IBufferWriter<byte> output)
    {
        var fields = new FieldWriter(output);
        var scripts = new List<string>();
        var problems = new List<Problem>();
        fields.Write(request.Id);
        fields.Write(request.Items.Count);
        foreach (WorkItem item in request.Items)
        {
            ScoreItem score = item.Score!;
            if (WritePlace(fields, scripts, score.Script))
                fields.Write(score.Script);
            if (WritePlace(fields, problems, score.Problem))
                ProblemFields.Write(fields, score.Problem);
            fields.Write(score.Answer);
            fields.Write(score.Completion);
        }
    }

    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="JsonException">A problem's data is no JSON.</exception>
    public static WorkRequest Read(ReadOnlySpan<byte> content)
    {
        var fields = new FieldReader(content);
        var scripts = new List<string>();
        var problems = new List<Problem>();
        long id = fields.ReadInt64();
        var items = new WorkItem[fields.ReadCount(LeastBytesOfItem)];
        for (int i = 0; i < items.Length; i++)
        {
            int script = fields.ReadIndex(scripts.Count + 1);
            if (script == scripts.Count)
                scripts.Add(fields.ReadString());
            int problem = fields.ReadIndex(problems.Count + 1);
            if (problem == problems.Count)
                problems.Add(ProblemFields.Read(ref fields));
            string answer = fields.ReadString();
            items[i] = new WorkItem { Score = new ScoreItem(scripts[script], problems[problem], answer, Completion: fields.ReadOptionalString()) };
        }
        fields.End();
        return new WorkRequest(id, items);
    }

    // Equal ones that are not the same are rare, and to find them would cost more than to send them.
    private static bool WritePlace<T>(FieldWriter fields, List<T> known, T value)
        where T : class
    {
        int place = known.Count - 1;
        while (place >= 0 && !ReferenceEquals(known[place], value))
            place--;
        bool isNew = place < 0;
        fields.Write(isNew ? known.Count : place);
        if (isNew)
            known.Add(value);
        return isNew;
    }
}
