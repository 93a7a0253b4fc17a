namespace Sasr.Arena.Programs;

/// <summary>A program that a model wrote, and that nobody trusts.</summary>
/// <param name="Language">What it is written in.</param>
/// <param name="Source">Its text.</param>
public sealed record Candidate(ProgramLanguage Language, string Source);
