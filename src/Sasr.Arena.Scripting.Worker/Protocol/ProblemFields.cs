using System.Runtime.InteropServices;
using System.Text.Json;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>A problem in a compact message.</summary>
internal static class ProblemFields
{
    /// <summary>What a problem takes at least: two numbers, its split, its seed, and the lengths of its task, its three texts and its data.</summary>
    public const int LeastBytes = (8 * sizeof(int)) + sizeof(long);

    private static readonly int SplitCount = Enum.GetValues<Split>().Length;

    private static readonly JsonDocumentOptions DataOptions = new() { MaxDepth = MessageJson.MaxDepth };

    public static void Write(FieldWriter fields, Problem problem)
    {
        fields.Write(problem.Task);
        fields.Write(problem.Version);
        fields.Write(problem.Level);
        fields.Write((int)problem.Split);
        fields.Write((long)problem.Seed);
        fields.Write(problem.Question);
        fields.Write(problem.Answer);
        fields.Write(problem.Solution);
        if (problem.Data is { ValueKind: not JsonValueKind.Undefined } data)
            fields.Write(JsonMarshal.GetRawUtf8Value(data));
        else
            fields.Write(default(string));
    }

    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="JsonException">Its data is no JSON.</exception>
    public static Problem Read(ref FieldReader fields) => new(
        fields.ReadString(),
        fields.ReadInt32(),
        fields.ReadInt32(),
        (Split)fields.ReadIndex(SplitCount),
        (ulong)fields.ReadInt64(),
        fields.ReadString(),
        fields.ReadString(),
        fields.ReadString(),
        fields.ReadOptionalBytes(out ReadOnlySpan<byte> data) ? JsonElement.Parse(data, DataOptions) : null);
}
