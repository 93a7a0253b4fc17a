namespace Sasr.Arena.Scripting.Programs;

/// <summary>An emitted C# program.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable PDB, for the positions in stack traces.</param>
/// <param name="HasState">Whether something in it outlives a run: static fields, static constructors.</param>
/// <param name="Submission">The class that a script's functions are members of; null where it is no script.</param>
/// <param name="Factory">That class's method which makes an instance and runs the top level; null where it is no script.</param>
internal sealed record CompiledCandidate(byte[] Assembly, byte[] Symbols, bool HasState, string? Submission, string? Factory);
