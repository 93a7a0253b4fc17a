using System.Text.Json;

namespace Sasr.Arena.Programs;

/// <summary>A program that is to be run and judged: what a script makes of an answer.</summary>
/// <param name="Candidate">The program.</param>
/// <param name="Tests">What it must do.</param>
public sealed record ProgramRun(Candidate Candidate, CandidateTests Tests)
{
    /// <summary>A program with tests that are written as JSON, in the shape that <c>arena judge</c> reads too.</summary>
    /// <param name="source">The program's text.</param>
    /// <param name="tests">
    /// An object with <c>language</c> (python, javascript or csharp) and one of: <c>function</c> and <c>cases: [{ arguments, expected }]</c>;
    /// <c>cases: [{ input, output }]</c>; <c>tests</c>, a file of them, with HumanEval's <c>entryPoint</c> where its <c>check</c> is to be
    /// called. Other keys do not matter.
    /// </param>
    /// <exception cref="FormatException">A key is missing, or its value is of another kind.</exception>
    public static ProgramRun Read(string source, JsonElement tests)
    {
        if (tests.ValueKind != JsonValueKind.Object)
            throw new FormatException("what a program must do is an object with language and cases or tests.");
        string name = Text(tests, "language");
        ProgramLanguage language = LanguageName.Parse(name) ?? throw new FormatException($"'language' is '{name}', none of {LanguageName.All}.");
        return new ProgramRun(new Candidate(language, source), ReadTests(tests));
    }

    private static CandidateTests ReadTests(JsonElement tests)
    {
        if (Has(tests, "tests"))
            return new TestFile(Text(tests, "tests"), Has(tests, "entryPoint") ? Text(tests, "entryPoint") : null);
        if (!Has(tests, "cases"))
            throw new FormatException("there are neither 'cases' nor 'tests' for the program.");
        return Has(tests, "function")
            ? new FunctionTests(Text(tests, "function"), [.. List(tests, "cases").Select(test => new FunctionCase(List(test, "arguments"), Value(test, "expected")))])
            : new StandardIoTests([.. List(tests, "cases").Select(test => new StandardIoCase(Text(test, "input"), Text(test, "output")))]);
    }

    private static bool Has(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    private static JsonElement Value(JsonElement parent, string key)
    {
        if (parent.ValueKind != JsonValueKind.Object)
            throw new FormatException($"a case is no object with '{key}'.");
        return parent.TryGetProperty(key, out JsonElement value) ? value : throw new FormatException($"the key '{key}' is missing.");
    }

    private static string Text(JsonElement parent, string key) => Value(parent, key) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : throw new FormatException($"'{key}' is no text.");

    private static JsonElement[] List(JsonElement parent, string key) => Value(parent, key) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray()]
        : throw new FormatException($"'{key}' is no list.");
}
