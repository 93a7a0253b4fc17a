namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>A level of a task or game.</summary>
/// <param name="Environment">The id.</param>
/// <param name="Level">From 1.</param>
internal readonly record struct TaskLevel(string Environment, int Level);
