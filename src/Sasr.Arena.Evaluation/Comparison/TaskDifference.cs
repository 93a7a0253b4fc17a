namespace Sasr.Arena.Evaluation.Comparison;

/// <summary>The difference in one task or game.</summary>
/// <param name="Environment">Its id.</param>
/// <param name="Total">All levels together; its smallest drop is that of Holm's strictest step, the level over the number of tasks.</param>
/// <param name="AdjustedPValue">The total's p-value, adjusted by Holm's procedure over the tasks.</param>
/// <param name="Levels">By level, for orientation: these are not tested.</param>
public sealed record TaskDifference(string Environment, Difference Total, double AdjustedPValue, IReadOnlyList<LevelDifference> Levels);

/// <summary>The difference on one level.</summary>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Difference">Its problems.</param>
public sealed record LevelDifference(int Level, Difference Difference);
