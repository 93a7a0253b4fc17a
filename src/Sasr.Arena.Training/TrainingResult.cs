namespace Sasr.Arena.Training;

/// <summary>How a run ended.</summary>
/// <param name="Steps">Steps taken, earlier processes' included.</param>
/// <param name="Finished">Whether the budget is spent; otherwise the run was interrupted and can be resumed.</param>
/// <param name="Checkpoint">The checkpoint written at the end.</param>
public sealed record TrainingResult(int Steps, bool Finished, string Checkpoint);
