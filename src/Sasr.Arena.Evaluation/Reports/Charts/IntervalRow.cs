using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>A line of an <see cref="IntervalChart"/>.</summary>
/// <param name="Task">The task.</param>
/// <param name="Level">Its level; null for all of them.</param>
/// <param name="Score">How it went, by evaluation; null where that has none.</param>
internal sealed record IntervalRow(string Task, int? Level, IReadOnlyList<Score?> Score);
