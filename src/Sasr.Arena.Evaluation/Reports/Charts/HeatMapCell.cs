namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>A cell of a <see cref="HeatMap"/>.</summary>
/// <param name="Row">One of its rows.</param>
/// <param name="Column">One of its columns.</param>
/// <param name="Value">A share, in [0, 1], or a difference of shares, in [-1, 1].</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
public sealed record HeatMapCell(string Row, string Column, double Value, double Low, double High);
