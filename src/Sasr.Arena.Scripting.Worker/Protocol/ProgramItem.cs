using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>Something to do with a model-written program, or with a file of tests: exactly one of the properties is set.</summary>
/// <param name="Id">Its number, which <see cref="Compile"/> and <see cref="Test"/> begin and <see cref="Forget"/> ends.</param>
internal sealed record ProgramItem(long Id)
{
    public CompileItem? Compile { get; init; }

    /// <summary>Runs the top level of a program whose functions are called next.</summary>
    public bool Prepare { get; init; }

    /// <summary>Runs a whole program anew on this standard input.</summary>
    public string? Input { get; init; }

    public InvokeItem? Invoke { get; init; }

    /// <summary>Asks for the program's <see cref="ProgramFunction"/>s.</summary>
    public bool Functions { get; init; }

    public TestItem? Test { get; init; }

    public AnswerItem? Answer { get; init; }

    /// <summary>It is no longer needed.</summary>
    public bool Forget { get; init; }

    /// <summary>Whether it needs no item before it.</summary>
    public bool Begins => Compile is not null || Test is not null;
}

/// <summary>Compiles a program. What it must do is not among the things that its worker is told.</summary>
/// <param name="Language">What it is written in.</param>
/// <param name="Source">Its text.</param>
/// <param name="Whole">Whether it reads standard input and writes standard output, or else defines functions.</param>
/// <param name="OutputLength">What it may print or return at once, in UTF-16 units.</param>
/// <param name="RunMilliseconds">Budget of one later run or call, for engines that can stop a program themselves.</param>
internal sealed record CompileItem(ProgramLanguage Language, string Source, bool Whole, int OutputLength, int RunMilliseconds)
{
    /// <inheritdoc cref="LoadItem.SkipGates"/>
    public bool SkipGates { get; init; }
}

/// <summary>Calls one of a program's functions.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Arguments">A JSON array, as text.</param>
internal sealed record InvokeItem(string Function, string Arguments);

/// <summary>Runs a file of tests up to its first call of the program's functions.</summary>
/// <param name="Language">What it is written in.</param>
/// <param name="Source">Its text.</param>
/// <param name="EntryPoint">The function that its <c>check</c> is given; null where there is none.</param>
/// <param name="Functions">What the program defines.</param>
internal sealed record TestItem(
    ProgramLanguage Language, string Source, string? EntryPoint, IReadOnlyList<ProgramFunction> Functions);

/// <summary>Gives a file of tests what its call came to, and runs it up to the next.</summary>
/// <param name="Value">The result as JSON; null where the function returned none, or threw.</param>
/// <param name="Error">What the program threw; null where it did not.</param>
internal sealed record AnswerItem(string? Value, string? Error = null);

/// <summary>A function that a program defines.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arity">How many parameters it has.</param>
internal sealed record ProgramFunction(string Name, int Arity);
