namespace Sasr.Arena.Models.Generation;

/// <summary>What a completion begins with, and the seed of its own random stream.</summary>
/// <param name="Tokens">At least one.</param>
/// <param name="Seed">The same seed draws the same completion, whatever else is in the batch.</param>
public sealed record Prompt(IReadOnlyList<int> Tokens, ulong Seed);

/// <summary>What the decoder wrote.</summary>
/// <param name="Tokens">With the end-of-sequence token where it wrote one.</param>
/// <param name="LogProbabilities">Natural logarithm of the probability with which each token was drawn.</param>
/// <param name="Truncated">Whether a limit cut it off.</param>
public sealed record Completion(IReadOnlyList<int> Tokens, IReadOnlyList<float> LogProbabilities, bool Truncated);
