using System.Text.Json;
using Sasr.Arena.Problems;
using Sasr.Arena.Programs;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting.Programs;
using Sasr.Arena.Scripting.Tests.Library;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Scripts;

/// <summary>Rewards that have answers run as programs.</summary>
public sealed class ProgramRewardTests
{
    private const string DoubleCSharp = """
        Reward(version: 1);
        ProgramRun Program(Problem problem, string answer) => answer == "none" ? null : new ProgramRun(
            new Candidate(ProgramLanguage.JavaScript, answer),
            new FunctionTests("f", [new([JsonSerializer.SerializeToElement(1)], JsonSerializer.SerializeToElement(2)), new([JsonSerializer.SerializeToElement(4)], JsonSerializer.SerializeToElement(8))]));
        double Score(Problem problem, string answer, Verdict verdict) => verdict.IsPassed ? 1 : verdict.Passed / 4.0;
        """;

    private const string DoubleJavaScript = """
        reward({ version: 1 });
        function program(problem, answer) {
          if (answer === 'none') return null;
          return { language: 'javascript', source: answer, function: 'f', cases: [{ arguments: [1], expected: 2 }, { arguments: [4], expected: 8 }] };
        }
        function score(problem, answer, verdict) { return verdict.outcome === 'passed' ? 1 : verdict.passed / 4; }
        """;

    private static readonly ScriptHostOptions Unsandboxed = new() { Spares = 0, Programs = new CodeRunnerOptions { Workers = 1, AllowUnsandboxed = true } };

    private readonly ScriptFolder _folder = new();
    private readonly ScriptHost _host = new(Unsandboxed);

    [OneTimeTearDown]
    public async Task Clean()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task The_answer_is_run_and_its_verdict_scored([Values("csx", "js")] string language)
    {
        IRewardScript reward = await LoadAsync($"double.{language}", language == "csx" ? DoubleCSharp : DoubleJavaScript);
        Assert.That(await ScoreAsync(reward, "function f(x) { return 2 * x; }"), Is.EqualTo(Reward.Of(1)));
        Assert.That(await ScoreAsync(reward, "function f(x) { return x + 1; }"), Is.EqualTo(Reward.Of(0.25)));
        Assert.That(await ScoreAsync(reward, "function f(x) { throw 'no'; }"), Is.EqualTo(Reward.Of(0)));
        Assert.That(await ScoreAsync(reward, "function f(x) {"), Is.EqualTo(Reward.Of(0)));
        Assert.That(await ScoreAsync(reward, ""), Is.EqualTo(Reward.Of(0)));
    }

    [Test]
    public async Task An_answer_that_is_no_program_scores_0_without_being_run([Values("csx", "js")] string language)
    {
        IRewardScript reward = await LoadAsync($"double.{language}", language == "csx" ? DoubleCSharp : DoubleJavaScript);
        Assert.That(await ScoreAsync(reward, "none"), Is.EqualTo(Reward.Of(0)));
    }

    [Test]
    public async Task A_verdict_tells_a_script_what_was_wrong([Values("csx", "js")] string language)
    {
        string source = language == "csx"
            ? """
              Reward(version: 1);
              ProgramRun Program(Problem problem, string answer) => ProgramRun.Read(answer, JsonSerializer.SerializeToElement(new { language = "javascript", function = "f", cases = new[] { new { arguments = new[] { 1 }, expected = 1 }, new { arguments = new[] { 2 }, expected = 3 } } }));
              bool Score(Problem problem, string answer, Verdict verdict) =>
                  (verdict.Outcome, verdict.Passed, verdict.FailedCase) == (VerdictOutcome.Wrong, 1, 2) && verdict.Message.Length > 0;
              """
            : """
              reward({ version: 1 });
              function program(problem, answer) {
                return { language: 'javascript', source: answer, function: 'f', cases: [{ arguments: [1], expected: 1 }, { arguments: [2], expected: 3 }] };
              }
              function score(problem, answer, verdict) {
                return verdict.outcome === 'wrong' && verdict.passed === 1 && verdict.failedCase === 2 && verdict.message.length > 0;
              }
              """;
        IRewardScript reward = await LoadAsync($"told.{language}", source);
        Assert.That(await ScoreAsync(reward, "function f(x) { return x; }"), Is.EqualTo(Reward.Of(1)));
        Assert.That(await ScoreAsync(reward, "function f(x) { return x === 1 ? 1 : 3; }"), Is.EqualTo(Reward.Of(0)));
    }

    [TestCase("js", "function program() { return 7; }\nfunction score() { return 1; }", "instead of a program with tests")]
    [TestCase("js", "function program() { return { source: '', language: 'cobol', cases: [] }; }\nfunction score() { return 1; }", "'language' is 'cobol'")]
    [TestCase("js", "function program() { return { source: '', language: 'python' }; }\nfunction score() { return 1; }", "neither 'cases' nor 'tests'")]
    [TestCase("js", "function program() { return { language: 'python', tests: '' }; }\nfunction score() { return 1; }", "'source' is no text")]
    [TestCase("js", "function program() { return { source: '', language: 'javascript', function: 'f', cases: [{ arguments: [] }] }; }\nfunction score() { return 1; }", "'expected' is missing")]
    [TestCase("js", "function program() { throw new Error('broken'); }\nfunction score() { return 1; }", "broken")]
    [TestCase("csx", "ProgramRun Program(Problem problem, string answer) => new(null, new TestFile(\"\"));\nbool Score(Problem problem, string answer, Verdict verdict) => true;", "without a source")]
    [TestCase("csx", "ProgramRun Program(Problem problem, string answer) => new(new((ProgramLanguage)9, \"\"), new TestFile(\"\"));\nbool Score(Problem problem, string answer, Verdict verdict) => true;", "in no language")]
    [TestCase("csx", "ProgramRun Program(Problem problem, string answer) => new(new(ProgramLanguage.Python, \"\"), new FunctionTests(\"f\", [new([], default)]));\nbool Score(Problem problem, string answer, Verdict verdict) => true;", "tests are missing")]
    [TestCase("csx", "ProgramRun Program(Problem problem, string answer) => throw new FormatException(\"broken\");\nbool Score(Problem problem, string answer, Verdict verdict) => true;", "broken")]
    public async Task A_script_that_gives_no_program_leaves_the_answer_unscored(string language, string functions, string message)
    {
        IRewardScript reward = await LoadAsync($"bad.{language}", (language == "js" ? "reward({ version: 1 });\n" : "Reward(version: 1);\n") + functions);
        Reward score = await ScoreAsync(reward, "x");
        Assert.That(score.Unscored, Does.Contain($"bad.{language}").And.Contain(message));
    }

    [TestCase("csx", "ProgramRun Program(Problem problem, string answer) => null;\ndouble Score(Problem problem, string answer) => 1;", "double Score(Problem problem, string answer, Verdict verdict)")]
    [TestCase("csx", "string Program(Problem problem, string answer) => null;\ndouble Score(Problem problem, string answer, Verdict verdict) => 1;", "ProgramRun Program(Problem problem, string answer)")]
    [TestCase("csx", "ProgramRun Program(Problem problem, string answer) => null;", "does not define Score")]
    [TestCase("js", "function program() { return null; }", "does not define score")]
    public void What_a_script_lacks_is_told_when_it_is_loaded(string language, string functions, string message)
    {
        string source = (language == "js" ? "reward({ version: 1 });\n" : "Reward(version: 1);\n") + functions;
        Assert.That(() => LoadAsync($"lacking.{language}", source), Throws.InstanceOf<InputException>().With.Message.Contains(message));
    }

    [Test]
    public void A_task_with_a_reward_has_no_program_of_its_own()
    {
        string path = _folder.Write("both.js", "task({ version: 1, levels: 1, tags: [], reward: 'exact' });\nfunction generate() { }\nfunction program() { }");
        Assert.That(async () => await _host.LoadTaskAsync("code/both", path), Throws.InstanceOf<InputException>().With.Message.Contains("both the reward 'exact' and program"));
    }

    [Test]
    public async Task What_cannot_be_run_is_unscored_and_never_wrong()
    {
        // Cases that ask for more memory than the runner's workers have are not judged, on any machine.
        await using var host = new ScriptHost(Unsandboxed with { ProgramLimits = new ProgramLimits { MemoryBytes = 1L << 40 } });
        IRewardScript reward = await host.LoadRewardAsync("double", _folder.Write("double.csx", DoubleCSharp));
        Reward score = await reward.ScoreAsync(new Submission(Problem("1"), "function f(x) { return 2 * x; }"));
        Assert.That(score.Unscored, Does.Contain("double.csx").And.Contain("could not be run").And.Contain("MiB"));
    }

    [TestCase("function add(a, b) { return a + b; }", 1)]
    [TestCase("```js\nfunction add(a, b) { return a + b; }\n```", 1)]
    [TestCase("```\nfunction add(a, b) { return a + b; }\n```\nIt adds.", 0)]
    [TestCase("```\nfunction add(a, b) { return a + b; }\n```\n```\n```", 0)]
    [TestCase("function add(a, b) { return a * b; }", 0)]
    [TestCase("function add(a, b) { return 5; }", 0)]
    [TestCase("add = 5", 0)]
    [TestCase("", 0)]
    public async Task Unit_tests_call_a_function(string answer, double score) =>
        Assert.That(await UnitTestsAsync("""{"language":"javascript","function":"add","cases":[{"arguments":[2,3],"expected":5},{"arguments":[-2,3],"expected":1}]}""", answer), Is.EqualTo(score));

    [TestCase("Console.WriteLine(int.Parse(Console.ReadLine()!) * 2);", 1)]
    [TestCase("Console.WriteLine(14);", 0)]
    public async Task Unit_tests_run_a_whole_program(string answer, double score) =>
        Assert.That(await UnitTestsAsync("""{"language":"csharp","cases":[{"input":"7","output":"14"},{"input":"-3","output":"-6"}]}""", answer), Is.EqualTo(score));

    [TestCase("return a + b", 1)]
    [TestCase("return a - b", 0)]
    [TestCase("return a +", 0)]
    public async Task Unit_tests_put_text_around_the_answer_and_run_a_file_of_tests(string answer, double score)
    {
        PythonOrSkip();
        Assert.That(await UnitTestsAsync(
            """{"language":"python","before":"def add(a, b):\n    ","after":"\n","tests":"def check(f):\n    assert f(1, 2) == 3\n    assert f(0, 0) == 0\n","entryPoint":"add"}""",
            answer), Is.EqualTo(score));
    }

    private static void PythonOrSkip()
    {
        try
        {
            Scripting.Python.PythonRunner.FindVersion();
        }
        catch (InputException e)
        {
            Assert.Ignore(e.Message);
        }
    }

    private static Problem Problem(string data) =>
        new("code/x", 1, 1, Split.Train, 0, "Write it.", "", "", JsonElement.Parse(data));

    private static async Task<Reward> ScoreAsync(IRewardScript reward, string answer) =>
        await reward.ScoreAsync(new Submission(Problem("{}"), answer));

    private Task<IRewardScript> LoadAsync(string name, string source) =>
        _host.LoadRewardAsync(Path.GetFileNameWithoutExtension(name), _folder.Write(name, source)).AsTask();

    private async Task<double> UnitTestsAsync(string data, string answer)
    {
        IRewardScript reward = await _host.LoadRewardAsync("unit-tests", Path.Combine(Repository.Root, "rewards", "unit-tests.csx"));
        Reward score = await reward.ScoreAsync(new Submission(Problem(data), answer));
        Assert.That(score.Unscored, Is.Null);
        return score.Value;
    }
}
