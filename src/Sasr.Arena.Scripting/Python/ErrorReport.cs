using System.Text;
using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>What a child says went wrong. In a candidate's child the candidate may have written it itself: it can only blame itself.</summary>
/// <param name="Text">The exception, as Python names it.</param>
/// <param name="Outcome">What a test file came to; null in a candidate's child.</param>
/// <param name="IsCompiling">Whether the source is no program.</param>
/// <param name="IsOutOfMemory">Whether memory ran out.</param>
/// <param name="Line">In the candidate's source, from 1; 0 where it is not known.</param>
/// <param name="Column">In that line, from 1; 0 where it is not known.</param>
internal sealed record ErrorReport(string Text, string? Outcome, bool IsCompiling, bool IsOutOfMemory, int Line, int Column)
{
    private const int LongestText = 500;
    private const int LargestPlace = 1 << 24;

    /// <exception cref="ForgedMessageException">It is none.</exception>
    public static ErrorReport Parse(ReadOnlySpan<byte> content)
    {
        try
        {
            var reader = new Utf8JsonReader(content);
            JsonElement report = JsonElement.ParseValue(ref reader);
            return new ErrorReport(
                OneLine(report.GetProperty("text").GetString() ?? ""),
                report.TryGetProperty("outcome", out JsonElement outcome) ? outcome.GetString() : null,
                Flag(report, "compiling"),
                Flag(report, "memory"),
                Place(report, "line"),
                Place(report, "column"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ForgedMessageException("It sent no report of an error.");
        }
    }

    /// <summary>As a verdict.</summary>
    /// <param name="failedCase">The case that it came up in; null before the first.</param>
    /// <param name="passed">Cases that passed before it.</param>
    public Verdict ToVerdict(int? failedCase, int passed)
    {
        VerdictOutcome outcome =
            IsCompiling ? VerdictOutcome.CompileError
            : IsOutOfMemory ? VerdictOutcome.OutOfMemory
            : VerdictOutcome.RuntimeError;
        return new Verdict(outcome, Text, IsCompiling ? null : failedCase, passed, Line, Column);
    }

    private static bool Flag(JsonElement report, string name) => report.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static int Place(JsonElement report, string name) =>
        report.TryGetProperty(name, out JsonElement value) && value.TryGetInt32(out int place) ? Math.Clamp(place, 0, LargestPlace) : 0;

    private static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestText + 1));
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, LongestText)))
            line.Append(char.IsControl(c) ? ' ' : c);
        if (text.Length > LongestText)
            line.Append('…');
        return line.ToString();
    }
}
