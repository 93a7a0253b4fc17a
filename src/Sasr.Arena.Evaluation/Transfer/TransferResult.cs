using System.Text.Json;
using System.Text.Json.Serialization;
using Sasr.Arena.Agents;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>What a study found. It holds no times: the same study gives the same bytes, however often it was interrupted.</summary>
/// <param name="Name">Name of the study.</param>
/// <param name="Start">What the trainings start from, in words.</param>
/// <param name="Work">Units of work that every training may spend; null where steps were counted instead.</param>
/// <param name="Split">The split that the problems were drawn from.</param>
/// <param name="ProblemSeed">Seed of the problems.</param>
/// <param name="Decoding">How completions were drawn.</param>
/// <param name="Seeds">Of the trainings.</param>
/// <param name="Sources">What was trained on.</param>
/// <param name="Targets">What was asked.</param>
/// <param name="LeftOut">Problems that could not be scored for some model and are in no figure.</param>
/// <param name="Matrices">A matrix for each method.</param>
/// <param name="Summaries">The matrices in a few numbers.</param>
/// <param name="Differences">A method beside the others.</param>
/// <param name="Trainings">What each training spent.</param>
public sealed record TransferResult(
    string Name,
    string Start,
    double? Work,
    Split Split,
    ulong ProblemSeed,
    Decoding Decoding,
    IReadOnlyList<ulong> Seeds,
    IReadOnlyList<TransferSource> Sources,
    IReadOnlyList<TargetResult> Targets,
    int LeftOut,
    IReadOnlyList<TransferMatrix> Matrices,
    IReadOnlyList<MethodSummary> Summaries,
    IReadOnlyList<MethodDifference> Differences,
    IReadOnlyList<TrainingSpent> Trainings)
{
    // The paper's method is the one whose claim is tested; without it, the last stands beside the others.
    private const string ReferenceMethod = "sasr";

    /// <summary>The layout of the file; raised by a change that old readers cannot follow.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The layout of the file that this was read from.</summary>
    [JsonPropertyOrder(-1)]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Works the figures out.</summary>
    /// <param name="name">Name of the study.</param>
    /// <param name="start">What the trainings start from, in words.</param>
    /// <param name="work">Units of work that every training may spend; null where steps were counted instead.</param>
    /// <param name="design">Who was trained on what and asked what.</param>
    /// <param name="evaluations">What was measured.</param>
    /// <param name="trainings">What each training spent.</param>
    /// <exception cref="InfrastructureException">Of some level, no problem was scored for all models.</exception>
    public static TransferResult Of(
        string name, string start, double? work, TransferDesign design, TransferEvaluations evaluations, IReadOnlyList<TrainingSpent> trainings)
    {
        ArgumentNullException.ThrowIfNull(design);
        var analysis = new TransferAnalysis(design, evaluations);
        string reference = design.Methods.FirstOrDefault(method => method == ReferenceMethod) ?? design.Methods[^1];
        return new TransferResult(
            name, start, work, design.Plan.Split, design.Plan.Seed, design.Plan.Decoding, design.Seeds, design.Sources,
            analysis.Targets(),
            analysis.LeftOut,
            [.. design.Methods.Select(analysis.Matrix)],
            [.. design.Methods.Select(analysis.Summary)],
            [.. design.Methods.Where(method => method != reference).Select(method => analysis.Difference(reference, method))],
            trainings);
    }

    /// <summary>The result as JSON, indented, with a line feed at the end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, TransferJson.Readable.TransferResult) + "\n";

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InputException">The file cannot be read or is no such result.</exception>
    public static TransferResult Read(string path)
    {
        try
        {
            TransferResult result = JsonSerializer.Deserialize(File.ReadAllText(path), TransferJson.Readable.TransferResult)
                ?? throw new JsonException("the file holds no result.");
            return result.Schema == CurrentSchema
                ? result
                : throw new JsonException($"its schema is {result.Schema}; this version reads {CurrentSchema}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException($"{path}: not a study of transfer that can be read: {e.Message}", e);
        }
    }
}

/// <summary>What was asked, and how the starting points did.</summary>
/// <param name="Name">The task and its levels; matrices refer to it.</param>
/// <param name="Environment">Id of the task or game.</param>
/// <param name="Version">Its version.</param>
/// <param name="Levels">Its levels.</param>
/// <param name="Problems">Problems of every level.</param>
/// <param name="Chance">What always giving the commonest right answer would score, in [0, 1].</param>
/// <param name="Start">Mean accuracy of the starting points.</param>
public sealed record TargetResult(
    string Name, string Environment, int Version, IReadOnlyList<int> Levels, int Problems, double Chance, double Start);

/// <summary>The gains of a method: what training on a source did to every target.</summary>
/// <param name="Method">Name of the schedule.</param>
/// <param name="Cells">Source by source, in the order of the targets.</param>
public sealed record TransferMatrix(string Method, IReadOnlyList<TransferCell> Cells);

/// <summary>What training on a source did to a target.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Target">Name of the target.</param>
/// <param name="Relation">How the two stand to each other.</param>
/// <param name="Accuracy">Mean accuracy after the training.</param>
/// <param name="Gain">Over the starting point; the replicates are the seeds.</param>
public sealed record TransferCell(string Source, string Target, Relation Relation, double Accuracy, GainEstimate Gain);

/// <summary>A matrix in a few numbers; the replicates are the seeds.</summary>
/// <param name="Method">Name of the schedule.</param>
/// <param name="Gains">Mean gains by relation; relations that no target has are not there.</param>
/// <param name="Forgetting">
/// Mean over the targets that are not trained on, and that the starting point solves better than chance, of what was lost on
/// them; at most 0. Null where there is no such target.
/// </param>
public sealed record MethodSummary(string Method, IReadOnlyList<RelationGain> Gains, GainEstimate? Forgetting);

/// <summary>A method beside another on the same sources, seeds and problems; the replicates are the pairs of trainings, source by source.</summary>
/// <param name="Method">The one.</param>
/// <param name="Against">The other; positive numbers are in favour of the one.</param>
/// <param name="Gains">Differences of the gains by relation.</param>
/// <param name="Forgetting">Difference of the forgetting; null where the starting point could do nothing.</param>
public sealed record MethodDifference(string Method, string Against, IReadOnlyList<RelationGain> Gains, GainEstimate? Forgetting);

/// <summary>A gain, or a difference of two, on the targets of a relation; every source weighs the same, in it every task, and in that every level.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Gain">The gain.</param>
public sealed record RelationGain(Relation Relation, GainEstimate Gain);

/// <summary>What a training spent.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Method">Name of the schedule.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Checkpoint">The checkpoint that was evaluated.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="SftSteps">SFT steps among them.</param>
/// <param name="Work">Units of work.</param>
public sealed record TrainingSpent(string Source, string Method, ulong Seed, string Checkpoint, int Steps, int SftSteps, double Work);
