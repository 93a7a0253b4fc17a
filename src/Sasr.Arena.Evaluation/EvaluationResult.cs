using System.Text.Json;
using System.Text.Json.Serialization;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation;

/// <summary>How an agent did. The same plan and the same agent give the same bytes, but for <see cref="Seconds"/>.</summary>
/// <param name="Agent">Who was asked.</param>
/// <param name="Split">The split that the problems were drawn from.</param>
/// <param name="Seed">The user's seed.</param>
/// <param name="Problems">Problems for every level.</param>
/// <param name="Total">All episodes together.</param>
/// <param name="Environments">By environment, in the order of the plan.</param>
public sealed record EvaluationResult(
    string Agent,
    Split Split,
    ulong Seed,
    int Problems,
    Score Total,
    IReadOnlyList<EnvironmentResult> Environments)
{
    /// <summary>The layout of the file; raised by a change that old readers cannot follow.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The layout of the file that this was read from.</summary>
    [JsonPropertyOrder(-1)]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>How long it took; null where that was left out.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>The result as JSON, indented, with a line feed at the end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EvaluationJson.Default.EvaluationResult) + "\n";

    /// <summary>Writes the result.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllText(path, ToJson());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Reads a result that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InputException">The file cannot be read or is no such result.</exception>
    public static EvaluationResult Read(string path)
    {
        try
        {
            EvaluationResult result = JsonSerializer.Deserialize(File.ReadAllText(path), EvaluationJson.Default.EvaluationResult)
                ?? throw new JsonException("the file holds no result.");
            return result.Schema == CurrentSchema
                ? result
                : throw new JsonException($"its schema is {result.Schema}; this version reads {CurrentSchema}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException($"{path}: not an evaluation that can be read: {e.Message}", e);
        }
    }
}

/// <summary>How an agent did in one environment.</summary>
/// <param name="Environment">Id of a task or game.</param>
/// <param name="Version">Its version.</param>
/// <param name="Total">All levels together.</param>
/// <param name="Levels">By level.</param>
public sealed record EnvironmentResult(string Environment, int Version, Score Total, IReadOnlyList<LevelResult> Levels);

/// <summary>How an agent did on one level.</summary>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Score">Its episodes.</param>
public sealed record LevelResult(int Level, Score Score);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(SplitConverter)])]
[JsonSerializable(typeof(EvaluationResult))]
internal sealed partial class EvaluationJson : JsonSerializerContext;

internal sealed class SplitConverter() : JsonStringEnumConverter<Split>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
