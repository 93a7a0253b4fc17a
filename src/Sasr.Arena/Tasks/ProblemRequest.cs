using Sasr.Arena.Problems;

namespace Sasr.Arena.Tasks;

/// <summary>Which problems of a task are wanted.</summary>
/// <param name="Split">The split they must lie in.</param>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Count">How many.</param>
/// <param name="Seed">The user's seed.</param>
/// <param name="Start">Index of the first: problem i of a request depends on i and the other fields, not on the count.</param>
public sealed record ProblemRequest(Split Split, int Level, int Count, ulong Seed, int Start = 0);
