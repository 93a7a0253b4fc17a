namespace Sasr.Arena.Scripting.Dialect;

/// <summary>What a program under test threw, by its type's name and its message.</summary>
public sealed class ProgramException(string message) : Exception(message);
