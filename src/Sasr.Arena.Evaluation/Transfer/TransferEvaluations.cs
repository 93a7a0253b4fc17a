using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>What was measured; all of it on the same problems.</summary>
/// <param name="Starts">By seed: the model that the trainings of that seed start from.</param>
/// <param name="Ends">The trained models.</param>
public sealed record TransferEvaluations(
    IReadOnlyDictionary<ulong, EvaluationResult> Starts, IReadOnlyDictionary<TransferTraining, EvaluationResult> Ends);
