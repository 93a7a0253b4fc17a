using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>An evaluation and what it is of.</summary>
/// <param name="Label">For example "after the warm-up".</param>
/// <param name="Result">How it went.</param>
public sealed record LabelledEvaluation(string Label, EvaluationResult Result);
