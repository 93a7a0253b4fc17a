namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>One of several samples of the same problem.</summary>
/// <param name="Answer">The answer that was read from it; null where none could be read.</param>
/// <param name="Solution">The whole completion, of all turns.</param>
/// <param name="Correct">Whether it was entirely right.</param>
public sealed record SampledAnswer(string? Answer, string Solution, bool Correct);
