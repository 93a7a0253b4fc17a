namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>A line of a <see cref="DifferenceChart"/>.</summary>
/// <param name="Task">The task.</param>
/// <param name="Level">Its level; null for all of them.</param>
/// <param name="Mean">The difference of two shares, in [-1, 1]; null where it is not known.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
/// <param name="N">Over how many problems.</param>
internal sealed record DifferenceRow(string Task, int? Level, double? Mean, double Low, double High, int N);
