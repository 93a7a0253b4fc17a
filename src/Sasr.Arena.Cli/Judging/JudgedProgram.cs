using Sasr.Arena.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>A candidate of a file, and what it must do.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Candidate">The program.</param>
/// <param name="Tests">What it must do.</param>
internal sealed record JudgedProgram(string Id, Candidate Candidate, CandidateTests Tests);
