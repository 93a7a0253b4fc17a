using System.Text.Json;
using System.Text.Json.Serialization;
using Sasr.Arena.Agents;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Results;

/// <summary>How an agent did. The same plan and the same agent give the same bytes, but for <see cref="Seconds"/>.</summary>
/// <param name="Agent">Who was asked.</param>
/// <param name="Suite">Name of the suite; null where the user put the plan together.</param>
/// <param name="Split">The split that the problems were drawn from.</param>
/// <param name="Seed">The user's seed.</param>
/// <param name="Samples">How often each problem was put.</param>
/// <param name="Decoding">How completions were drawn.</param>
/// <param name="Total">All episodes together.</param>
/// <param name="Environments">By environment, in the order of the plan.</param>
/// <param name="Tags">By tag, over all environments that have it; in the order of the tags.</param>
/// <param name="Episodes">One by one, in the order of the plan.</param>
public sealed record EvaluationResult(
    string Agent,
    string? Suite,
    Split Split,
    ulong Seed,
    int Samples,
    Decoding Decoding,
    Score Total,
    IReadOnlyList<EnvironmentResult> Environments,
    IReadOnlyList<TagResult> Tags,
    IReadOnlyList<EpisodeRecord> Episodes)
{
    /// <summary>The layout of the file; raised by a change that old readers cannot follow.</summary>
    public const int CurrentSchema = 2;

    /// <summary>The layout of the file that this was read from.</summary>
    [JsonPropertyOrder(-1)]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>How long it took; null where that was left out.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>The answer format of every question; null for each domain's own.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    /// <summary>The suite's rules of when a comparison with another result is a regression; null for the usual ones.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GateRules? Gate { get; init; }

    /// <summary>Counts the episodes of a plan.</summary>
    public static EvaluationResult Of(EvaluationPlan plan, string agent, IReadOnlyList<EpisodeRecord> episodes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ILookup<string, EpisodeRecord> byEnvironment = episodes.ToLookup(episode => episode.Environment);
        return new EvaluationResult(
            agent, plan.Suite, plan.Split, plan.Seed, plan.Samples, plan.Decoding,
            Score.Of([.. episodes]),
            [.. plan.Targets.Select(target => EnvironmentResult.Of(target, [.. byEnvironment[target.Environment]]))],
            [
                .. plan.Targets.SelectMany(target => target.Tags.Distinct(), (target, tag) => (target.Environment, tag))
                    .GroupBy(pair => pair.tag, pair => pair.Environment)
                    .OrderBy(tagged => tagged.Key, StringComparer.Ordinal)
                    .Select(tagged => new TagResult(tagged.Key, Score.Of([.. tagged.SelectMany(id => byEnvironment[id])]))),
            ],
            episodes)
        {
            Format = plan.Format,
            Gate = plan.Gate,
        };
    }

    /// <summary>The plan whose episodes these are.</summary>
    public EvaluationPlan Plan() => new([
        .. Environments.Select(environment => new EvaluationTarget(
            environment.Environment, environment.Version, environment.Tags,
            [.. environment.Levels.Select(level => level.Level)], environment.Problems))])
    {
        Suite = Suite,
        Split = Split,
        Seed = Seed,
        Samples = Samples,
        Decoding = Decoding,
        Format = Format,
        Gate = Gate,
    };

    /// <summary>The result as JSON, indented, each episode on a line of its own, with a line feed at the end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Readable.EvaluationResult) + "\n";

    /// <summary>Writes the result, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, ToJson());

    /// <summary>Reads a result that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InputException">The file cannot be read or is no such result.</exception>
    public static EvaluationResult Read(string path)
    {
        try
        {
            string text = File.ReadAllText(path);
            CheckSchema(text);
            return JsonSerializer.Deserialize(text, ResultJson.Readable.EvaluationResult) ?? throw new JsonException("the file holds no result.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException($"{path}: not an evaluation that can be read: {e.Message}", e);
        }
    }

    // Before all else: a file of another layout lacks fields, and says so less clearly.
    private static void CheckSchema(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("schema", out JsonElement schema)
            && schema.TryGetInt32(out int number)
            && number != CurrentSchema)
            throw new JsonException($"its schema is {number}; this version reads {CurrentSchema}.");
    }
}

/// <summary>How an agent did in one environment.</summary>
/// <param name="Environment">Id of a task or game.</param>
/// <param name="Version">Its version.</param>
/// <param name="Tags">What it exercises.</param>
/// <param name="Problems">Problems of every level.</param>
/// <param name="Total">All levels together.</param>
/// <param name="Levels">By level.</param>
public sealed record EnvironmentResult(
    string Environment, int Version, IReadOnlyList<string> Tags, int Problems, Score Total, IReadOnlyList<LevelResult> Levels)
{
    /// <summary>The same environment, in the same version, in another result; null where that has none.</summary>
    public EnvironmentResult? In(EvaluationResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Environments.FirstOrDefault(candidate => candidate.Environment == Environment && candidate.Version == Version);
    }

    /// <summary>The score of a level; null where there is none.</summary>
    public Score? At(int level) => Levels.FirstOrDefault(candidate => candidate.Level == level)?.Score;

    /// <summary>Counts an environment's episodes.</summary>
    internal static EnvironmentResult Of(EvaluationTarget target, IReadOnlyList<EpisodeRecord> episodes) => new(
        target.Environment, target.Version, target.Tags, target.Problems, Score.Of(episodes),
        [.. target.Levels.Select(level => new LevelResult(level, Score.Of([.. episodes.Where(episode => episode.Level == level)])))]);
}

/// <summary>How an agent did on one level.</summary>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Score">Its episodes.</param>
public sealed record LevelResult(int Level, Score Score);

/// <summary>How an agent did in all environments that have a tag.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Score">Their episodes.</param>
public sealed record TagResult(string Tag, Score Score);
