using Sasr.Arena.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>The ways in which a line can hold a program and its tests, told apart by their keys.</summary>
internal static class ProgramShape
{
    private const string Known =
        "it needs source with cases or tests (the arena's own), prompt and test (HumanEval, mxeval), or code and test_list (MBPP).";

    /// <exception cref="InputException">It has none of the shapes, or a part of its own is missing.</exception>
    public static JudgedProgram Parse(ProgramLine line)
    {
        if (line.Has("source"))
            return Own(line);
        if (line.Has("test_list"))
            return Mbpp(line);
        if (line.Has("prompt") && line.Has("test"))
            return HumanEval(line);
        throw line.Error($"this is no program with tests: {Known}");
    }

    private static JudgedProgram Own(ProgramLine line) =>
        new(line.Id("id"), new Candidate(line.Language(), line.Text("source")), OwnTests(line));

    private static CandidateTests OwnTests(ProgramLine line)
    {
        if (line.Has("tests"))
            return new TestFile(line.Text("tests"), line.TextOrNull("entryPoint"));
        if (!line.Has("cases"))
            throw line.Error($"this is a program without tests: {Known}");
        return line.TextOrNull("function") is { } function
            ? new FunctionTests(function, [.. line.Objects("cases").Select(test => new FunctionCase(test.Values("arguments"), test.Value("expected")))])
            : new StandardIoTests([.. line.Objects("cases").Select(test => new StandardIoCase(test.Text("input"), test.Text("output")))]);
    }

    // arXiv 2107.03374, arXiv 2210.14868: the completion goes on where the prompt ends, in the body of a function.
    private static JudgedProgram HumanEval(ProgramLine line)
    {
        string body = line.Has("completion") ? line.Text("completion") : line.Text("canonical_solution");
        return new JudgedProgram(
            line.Id("task_id"),
            new Candidate(line.Language(ProgramLanguage.Python), line.Text("prompt") + body),
            new TestFile(line.Text("test"), line.TextOrNull("entry_point")));
    }

    // arXiv 2108.07732
    private static JudgedProgram Mbpp(ProgramLine line)
    {
        string source = line.Has("completion") ? line.Text("completion") : line.Text("code");
        string tests = string.Join('\n', [line.TextOrNull("test_setup_code") ?? "", .. line.Texts("test_list")]);
        return new JudgedProgram(
            line.Id("task_id"), new Candidate(line.Language(ProgramLanguage.Python), source), new TestFile(tests + "\n"));
    }
}
