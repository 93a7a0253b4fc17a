namespace Sasr.Arena.Scripting.Protocol;

/// <summary>What an item of a program came to, where it is no error.</summary>
internal sealed record ProgramResult
{
    /// <summary>What a whole program printed.</summary>
    public string? Output { get; init; }

    /// <summary>What a function returned, as JSON; null where it returned nothing.</summary>
    public string? Value { get; init; }

    public IReadOnlyList<ProgramFunction>? Functions { get; init; }

    public TestStep? Step { get; init; }
}

/// <summary>How far a file of tests has come: to a call of the program, or to its end.</summary>
/// <param name="Passed">Assertions that held so far.</param>
/// <param name="Call">The call that it waits for; null at its end.</param>
/// <param name="Failure">Why it ended early; null where it did not.</param>
internal sealed record TestStep(int Passed, InvokeItem? Call = null, TestFailure? Failure = null);

/// <summary>Why a file of tests ended before its last line.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Message">One line.</param>
internal sealed record TestFailure(TestFailureKind Kind, string Message);

/// <summary>What can end a file of tests.</summary>
internal enum TestFailureKind
{
    /// <summary>An assertion did not hold.</summary>
    Assertion,

    /// <summary>What the program threw last was not caught.</summary>
    Program,

    /// <summary>The tests themselves threw, as they do where a result is not what they can work with.</summary>
    Exception,

    /// <summary>The file is not one of its language.</summary>
    Broken,
}
