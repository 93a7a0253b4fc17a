using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sasr.Arena.Programs;

/// <summary>What a candidate must do. The process that runs the candidate never sees what is expected of it.</summary>
[JsonDerivedType(typeof(StandardIoTests), "io")]
[JsonDerivedType(typeof(FunctionTests), "functions")]
[JsonDerivedType(typeof(TestFile), "file")]
public abstract record CandidateTests;

/// <summary>The candidate is a whole program: it reads standard input and writes standard output.</summary>
/// <param name="Cases">Each runs the program anew.</param>
public sealed record StandardIoTests(IReadOnlyList<StandardIoCase> Cases) : CandidateTests;

/// <summary>One run of a whole program.</summary>
/// <param name="Input">All of its standard input.</param>
/// <param name="Output">What it must print; line endings, blanks at the ends of lines and empty lines at the end do not count.</param>
public sealed record StandardIoCase(string Input, string Output);

/// <summary>The candidate defines a function, which is called with JSON values.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Cases">The calls, one after another in one process.</param>
public sealed record FunctionTests(string Function, IReadOnlyList<FunctionCase> Cases) : CandidateTests;

/// <summary>One call of a function.</summary>
/// <param name="Arguments">In their order.</param>
/// <param name="Expected">
/// What it must return. Whole numbers are compared exactly, others with a relative tolerance of 1e-9; objects without regard to
/// the order of their keys.
/// </param>
public sealed record FunctionCase(IReadOnlyList<JsonElement> Arguments, JsonElement Expected);

/// <summary>
/// The candidate defines functions, and a file of tests in the same language calls them and throws where they are wrong: the
/// shape of HumanEval (arXiv 2107.03374) and of MBPP (arXiv 2108.07732). The file runs in a process of its own; calls go from
/// there to the candidate's process and their results come back.
/// </summary>
/// <param name="Source">The file's text.</param>
/// <param name="EntryPoint">HumanEval's: the function that is given to the file's <c>check</c>; null where the file runs its tests itself.</param>
public sealed record TestFile(string Source, string? EntryPoint = null) : CandidateTests;
