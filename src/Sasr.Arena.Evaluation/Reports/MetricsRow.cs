namespace Sasr.Arena.Evaluation.Reports;

/// <summary>A step's metrics.</summary>
/// <param name="Step">Counted from 1.</param>
/// <param name="IsSft">Whether the step was SFT; otherwise it was GRPO.</param>
/// <param name="Values">The numbers by name.</param>
public sealed record MetricsRow(int Step, bool IsSft, IReadOnlyDictionary<string, double> Values);
