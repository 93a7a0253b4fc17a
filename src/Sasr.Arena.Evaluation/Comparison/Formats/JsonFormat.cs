using System.Text.Json;
using System.Text.Json.Serialization;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>A comparison with its verdict as JSON: every figure, and every flipped problem with both episodes.</summary>
public static class JsonFormat
{
    /// <summary>The layout of the file; raised by a change that old readers cannot follow.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The file, indented, each episode on a line of its own, with a line feed at the end.</summary>
    public static string Render(EvaluationComparison comparison, GateVerdict verdict, GateRules rules) =>
        JsonSerializer.Serialize(new ComparisonDocument(CurrentSchema, verdict, rules, comparison), ComparisonJson.Default.ComparisonDocument) + "\n";
}

internal sealed record ComparisonDocument(int Schema, GateVerdict Verdict, GateRules Rules, EvaluationComparison Comparison);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(SplitConverter), typeof(OutcomeConverter), typeof(EpisodeConverter), typeof(RoundedConverter)])]
[JsonSerializable(typeof(ComparisonDocument))]
internal sealed partial class ComparisonJson : JsonSerializerContext;

internal sealed class OutcomeConverter() : JsonStringEnumConverter<GateOutcome>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

/// <summary>Writes six digits: more than any number of problems resolves, and the same everywhere.</summary>
internal sealed class RoundedConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Score.Rounded(value));
}
