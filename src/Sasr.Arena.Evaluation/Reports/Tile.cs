namespace Sasr.Arena.Evaluation.Reports;

/// <summary>One of the figures at the head of a page.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Detail">What to know about it.</param>
public sealed record Tile(string Name, string Value, string Detail);
