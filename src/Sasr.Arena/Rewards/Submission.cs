using Sasr.Arena.Problems;

namespace Sasr.Arena.Rewards;

/// <summary>An answer to be judged.</summary>
/// <param name="Problem">What was asked.</param>
/// <param name="Answer">The answer, taken out of the completion.</param>
/// <param name="Completion">All that the agent wrote; null where there is nothing but the answer.</param>
public sealed record Submission(Problem Problem, string Answer, string? Completion = null);
