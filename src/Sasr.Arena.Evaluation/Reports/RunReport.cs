using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>What a report of a training run shows.</summary>
/// <param name="Title">The run's name.</param>
/// <param name="Metrics">What it measured, step by step.</param>
/// <param name="Evaluations">Evaluations of its checkpoints in the order in which they were trained; the first is compared with the last.</param>
/// <param name="Transcripts">A few episodes.</param>
/// <param name="Recipe">The recipe's text.</param>
/// <param name="Commands">Commands to go on with.</param>
public sealed record RunReport(
    string Title,
    IReadOnlyList<MetricsRow> Metrics,
    IReadOnlyList<LabelledEvaluation> Evaluations,
    IReadOnlyList<Transcript> Transcripts,
    string Recipe,
    IReadOnlyList<string> Commands);

/// <summary>A step's metrics.</summary>
/// <param name="Step">Counted from 1.</param>
/// <param name="IsSft">Whether the step was SFT; otherwise it was GRPO.</param>
/// <param name="Values">The numbers by name.</param>
public sealed record MetricsRow(int Step, bool IsSft, IReadOnlyDictionary<string, double> Values);

/// <summary>An evaluation and what it is of.</summary>
/// <param name="Label">For example "after the warm-up".</param>
/// <param name="Result">How it went.</param>
public sealed record LabelledEvaluation(string Label, EvaluationResult Result);

/// <summary>An episode as it is shown.</summary>
/// <param name="Environment">Id of the task or game.</param>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Turns">What was shown and what was done.</param>
/// <param name="Outcome">How it ended, in words.</param>
/// <param name="Reward">The reward; null where there is none.</param>
/// <param name="Correct">Whether it was entirely right.</param>
public sealed record Transcript(
    string Environment,
    int Level,
    IReadOnlyList<TranscriptTurn> Turns,
    string Outcome,
    double? Reward,
    bool Correct);

/// <summary>A turn of a transcript.</summary>
/// <param name="Observation">What was shown.</param>
/// <param name="Action">What was done.</param>
public sealed record TranscriptTurn(string Observation, string Action);
