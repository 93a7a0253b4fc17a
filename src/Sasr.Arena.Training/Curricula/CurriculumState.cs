namespace Sasr.Arena.Training.Curricula;

/// <summary>Where a task stands in its curriculum.</summary>
/// <param name="Open">How many of its levels are open.</param>
/// <param name="Recent">The latest scored rollouts on the highest of them, a character each: 1 right, 0 wrong.</param>
internal sealed record CurriculumState(int Open, string Recent);
