namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates.Attacks;

/// <summary>A script, or a program, that one of the gates must stop.</summary>
/// <param name="name">What it is about.</param>
/// <param name="line">Of the first thing that is refused, from 1.</param>
/// <param name="column">The same.</param>
/// <param name="sourceNames">What the source gate names.</param>
/// <param name="assemblyNames">What the assembly gate names; null where an assembly keeps nothing of it, or nothing harmful.</param>
/// <param name="source">Its text.</param>
/// <param name="isProgram">A program that a model could write; else a script.</param>
public sealed class Attack(
    string name, int line, int column, string sourceNames, string? assemblyNames, string source, bool isProgram = false)
{
    public string Name => name;

    public int Line => line;

    public int Column => column;

    public string SourceNames => sourceNames;

    public string? AssemblyNames => assemblyNames;

    internal Compiled Compile() => isProgram ? Compiled.Program(source) : Compiled.Script(source);
}
