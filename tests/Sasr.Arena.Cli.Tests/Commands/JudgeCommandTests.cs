using System.Text.Json;
using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Cli.Tests.Commands;

public sealed class JudgeCommandTests
{
    private static readonly Verdict Passed = new(VerdictOutcome.Passed, Passed: 1);

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task Every_shape_of_a_line_becomes_a_program_and_its_tests()
    {
        var runner = new FakeRunner(_ => Passed);
        Outcome outcome = await JudgeAsync(runner, """
            {"id": 1, "language": "javascript", "source": "a", "cases": [{"input": "i", "output": "o"}]}
            {"id": "two", "source": "b", "function": "f", "cases": [{"arguments": [1, "x"], "expected": {"y": null}}]}

            {"id": "three", "source": "c", "tests": "t", "entryPoint": "e"}
            {"task_id": "HumanEval/0", "prompt": "def f():\n", "canonical_solution": "    wrong", "completion": "    right", "test": "check", "entry_point": "f"}
            {"task_id": "MBPP/1", "prompt": "p", "canonical_solution": "s", "test": "check", "entry_point": "f", "language": "python"}
            {"task_id": 7, "code": "d", "test_list": ["assert 1", "assert 2"], "test_setup_code": "import re", "challenge_test_list": []}
            """, "--language", "csharp", "--time", "1.5", "--memory", "64", "--workers", "1");
        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
        Assert.That(outcome.Out, Does.Match(@"^6 passed, 0 failed, 0 infrastructure failures in \d+\.\d s \(\d+ programs/s\)\n$"));
        Dictionary<string, (Candidate Candidate, CandidateTests Tests)> judged = runner.Judged.ToDictionary(pair => pair.Candidate.Source);
        var io = (StandardIoTests)judged["a"].Tests;
        var function = (FunctionTests)judged["b"].Tests;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(judged["a"].Candidate.Language, Is.EqualTo(ProgramLanguage.JavaScript));
            Assert.That(io.Cases, Is.EqualTo(new[] { new StandardIoCase("i", "o") }));
            Assert.That(judged["b"].Candidate.Language, Is.EqualTo(ProgramLanguage.CSharp));
            Assert.That((function.Function, function.Cases[0].Arguments[1].GetString(), function.Cases[0].Expected.GetRawText()), Is.EqualTo(("f", "x", """{"y": null}""")));
            Assert.That(judged["c"].Tests, Is.EqualTo(new TestFile("t", "e")));
            Assert.That(judged["def f():\n    right"].Tests, Is.EqualTo(new TestFile("check", "f")));
            Assert.That(judged["ps"].Candidate.Language, Is.EqualTo(ProgramLanguage.Python));
            Assert.That(judged["d"].Tests, Is.EqualTo(new TestFile("import re\nassert 1\nassert 2\n")));
            Assert.That(runner.Limits, Is.All.EqualTo(new ProgramLimits { Time = TimeSpan.FromSeconds(1.5), MemoryBytes = 64L << 20 }));
            Assert.That(runner.Options, Is.All.EqualTo(new CodeRunnerOptions { Workers = 1, MemoryBytes = 64L << 20 }));
            Assert.That(runner.Options, Has.Count.EqualTo(3));
            Assert.That(runner.Disposed, Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Those_that_fail_are_named_in_80_columns_and_written_with_the_others()
    {
        var runner = new FakeRunner(source => source switch
        {
            "a" => Passed,
            "b" => new Verdict(VerdictOutcome.RuntimeError, new string('x', 100), 2, 1, 3, 4),
            _ => new Verdict(VerdictOutcome.CompileError, "SyntaxError: no", Line: 1, Column: 2),
        });
        string verdicts = _folder.File("out/verdicts.jsonl");
        Outcome outcome = await JudgeAsync(runner, Lines("a", "b", "c"), "--output", verdicts);
        string[] lines = outcome.Out.Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(lines[0], Does.StartWith("b: runtime error, case 2, line 3: xxx").And.EndWith("…").And.Length.EqualTo(80));
            Assert.That(lines[1], Is.EqualTo("c: compile error, line 1: SyntaxError: no"));
            Assert.That(lines[2], Does.StartWith("1 passed, 2 failed, 0 infrastructure failures in "));
            Assert.That(await File.ReadAllLinesAsync(verdicts), Is.EqualTo(new[]
            {
                """{"id":"a","outcome":"passed","passed":1}""",
                $$"""{"id":"b","outcome":"runtime_error","message":"{{new string('x', 100)}}","failed_case":2,"passed":1,"line":3,"column":4}""",
                """{"id":"c","outcome":"compile_error","message":"SyntaxError: no","passed":0,"line":1,"column":2}""",
            }));
        }
    }

    [Test]
    public async Task A_failure_of_the_runner_is_counted_apart_and_ends_with_its_own_code()
    {
        var runner = new FakeRunner(source => source == "a" ? Passed : Verdict.Failed("Python died."));
        Outcome outcome = await JudgeAsync(runner, Lines("a", "b"), "--json");
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement root = document.RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(3));
            Assert.That((root.GetProperty("passed").GetInt32(), root.GetProperty("failed").GetInt32(), root.GetProperty("infrastructure_failures").GetInt32()), Is.EqualTo((1, 0, 1)));
            Assert.That(root.GetProperty("verdicts")[1].GetProperty("outcome").GetString(), Is.EqualTo("infrastructure_failure"));
        }
    }

    [TestCase("{\"id\": 1", "programs.jsonl:1: this is no JSON object (")]
    [TestCase("[1]", "programs.jsonl:1: this is no JSON object.")]
    [TestCase("\n{\"id\": 1}", "programs.jsonl:2: this is no program with tests: it needs source with cases or tests")]
    [TestCase("{\"id\": 1, \"source\": \"x\", \"tests\": \"t\"}", "programs.jsonl:1: the key 'language' is missing: add it, or use --language.")]
    [TestCase("{\"id\": 1, \"language\": \"cobol\", \"source\": \"x\", \"tests\": \"t\"}", "programs.jsonl:1: 'language' is 'cobol', none of python, javascript, csharp.")]
    [TestCase("{\"id\": 1, \"language\": \"python\", \"source\": \"x\"}", "programs.jsonl:1: this is a program without tests")]
    [TestCase("{\"id\": 1, \"language\": \"python\", \"source\": \"x\", \"cases\": [{\"input\": \"\"}]}", "programs.jsonl:1: the key 'output' is missing.")]
    [TestCase("{\"id\": 1, \"language\": \"python\", \"source\": 5, \"tests\": \"t\"}", "programs.jsonl:1: 'source' is not a text.")]
    [TestCase("{\"task_id\": 1, \"prompt\": \"\", \"test\": \"\"}", "programs.jsonl:1: the key 'canonical_solution' is missing.")]
    [TestCase("", "programs.jsonl holds no programs.")]
    public async Task A_file_that_cannot_be_judged_is_refused_in_one_line_that_says_where(string text, string error)
    {
        Outcome outcome = await JudgeAsync(new FakeRunner(_ => Passed), text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain(error));
            Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain('\n'));
        }
    }

    [TestCase("--language cobol", "--language: 'cobol' is none of python, javascript, csharp.")]
    [TestCase("--time 0", "--time: '0' is not a number of seconds above 0, and at most a day.")]
    [TestCase("--memory 0", "--memory: '0' is not a whole number of at least 1.")]
    [TestCase("--workers x", "'x'")]
    public async Task A_wrong_option_is_refused_in_one_line(string options, string error)
    {
        Outcome outcome = await Shell.RunAsync(["judge", "programs.jsonl", .. options.Split(' ')]);
        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain(error));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_named()
    {
        Outcome outcome = await Shell.RunAsync("judge", _folder.File("nothing.jsonl"));
        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.StartWith($"error: {_folder.File("nothing.jsonl")} cannot be read: "));
    }

    private static string Lines(params string[] sources) => string.Join(
        '\n', sources.Select(source => $$"""{"id": "{{source}}", "language": "python", "source": "{{source}}", "tests": "t"}"""));

    private async Task<Outcome> JudgeAsync(FakeRunner runner, string lines, params string[] options)
    {
        string file = _folder.File("programs.jsonl");
        await File.WriteAllTextAsync(file, lines);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(TextReader.Null, output, error);
        int exitCode = await CommandLine.RunAsync(["judge", file, .. options], terminal, runner.Create, CancellationToken.None);
        return new Outcome(exitCode, output.ToString(), error.ToString());
    }

    private sealed class FakeRunner(Func<string, Verdict> judge) : ICodeRunner
    {
        public ProgramLanguage Language { get; private set; }

        public List<(Candidate Candidate, CandidateTests Tests)> Judged { get; } = [];

        public List<ProgramLimits?> Limits { get; } = [];

        public List<CodeRunnerOptions> Options { get; } = [];

        public int Disposed { get; private set; }

        public FakeRunner Create(ProgramLanguage language, CodeRunnerOptions options)
        {
            Language = language;
            Options.Add(options);
            return this;
        }

        public ValueTask<Verdict> JudgeAsync(Candidate candidate, CandidateTests tests, ProgramLimits? limits, CancellationToken ct)
        {
            lock (Judged)
            {
                Judged.Add((candidate, tests));
                Limits.Add(limits);
            }
            return ValueTask.FromResult(judge(candidate.Source));
        }

        public ValueTask DisposeAsync()
        {
            Disposed++;
            return ValueTask.CompletedTask;
        }
    }
}
