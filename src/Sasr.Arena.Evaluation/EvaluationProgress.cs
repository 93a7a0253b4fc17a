using Sasr.Arena.Episodes;

namespace Sasr.Arena.Evaluation;

/// <summary>How far an evaluation is.</summary>
/// <param name="Done">Episodes played.</param>
/// <param name="Total">Episodes of the plan.</param>
/// <param name="Latest">Those played since the last report.</param>
public sealed record EvaluationProgress(int Done, int Total, IReadOnlyList<Episode> Latest);
