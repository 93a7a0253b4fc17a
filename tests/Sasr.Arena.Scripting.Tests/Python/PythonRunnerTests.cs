using System.Text.Json;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Python;

namespace Sasr.Arena.Scripting.Tests.Python;

/// <summary>Verdicts on programs that mean no harm.</summary>
[Platform("Linux")]
public sealed class PythonRunnerTests
{
    private static readonly ProgramLimits Quick = new() { Time = TimeSpan.FromSeconds(0.5) };

    private PythonRunner _runner = null!;

    [OneTimeSetUp]
    public void Start() => _runner = Runners.Create();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_runner is not null)
            await _runner.DisposeAsync();
    }

    [TestCase("print(sum(map(int, input().split())))", "1 2 3", "6", VerdictOutcome.Passed, null)]
    [TestCase("import sys\nfor line in sys.stdin: print(line.strip()[::-1], end='  \\r\\n')\nprint()", "ab\ncd\n", "ba\ndc", VerdictOutcome.Passed, null)]
    [TestCase("print('é' * 3); exit()", "", "ééé", VerdictOutcome.Passed, null)]
    [TestCase("import atexit, threading\natexit.register(print, 'last')\nthreading.Thread(target=print, args=('first',)).start()", "", "first\nlast", VerdictOutcome.Passed, null)]
    [TestCase("if __name__ == '__main__':\n    print(1)", "", "2", VerdictOutcome.Wrong, "line 1 is '1', not '2'")]
    [TestCase("print(1)", "", "1\n2", VerdictOutcome.Wrong, "line 2 is missing: '2'")]
    [TestCase("input(); input()", "one line", "", VerdictOutcome.RuntimeError, "EOFError: EOF when reading a line")]
    [TestCase("exit(3)", "", "", VerdictOutcome.RuntimeError, "The program ended with exit code 3.")]
    [TestCase("print('x' * (1 << 21))", "", "x", VerdictOutcome.RuntimeError, "It printed more than 1048576 characters.")]
    [TestCase("x = bytearray(1 << 40)", "", "", VerdictOutcome.OutOfMemory, "MemoryError")]
    [TestCase("while True: pass", "", "", VerdictOutcome.TimedOut, "It ran longer than 0.5 s.")]
    [TestCase("import time; time.sleep(60)", "", "", VerdictOutcome.TimedOut, "It ran longer than 0.5 s.")]
    public async Task A_program_is_judged_by_what_it_prints(string source, string input, string output, VerdictOutcome outcome, string? message)
    {
        Verdict verdict = await JudgeAsync(source, new StandardIoTests([new StandardIoCase(input, output)]), Quick);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((verdict.Outcome, verdict.Message), Is.EqualTo((outcome, message)));
            Assert.That(verdict.FailedCase, Is.EqualTo(outcome == VerdictOutcome.Passed ? null : 1));
        }
    }

    [Test]
    public async Task A_large_input_may_be_left_unread()
    {
        string input = string.Concat(Enumerable.Repeat("0123456789\n", 100_000));
        Verdict verdict = await JudgeAsync(
            "import sys\nprint(sys.stdin.readline() if int(input()) else 0)", new StandardIoTests([new StandardIoCase("1\n" + input, "0123456789"), new StandardIoCase("0\n" + input, "0")]));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 2)));
    }

    [TestCase("def f(a, b):\n    return a + b", VerdictOutcome.Passed, null, null, 0, 0)]
    [TestCase("def f(a, b):\n    return a + b if a < 5 else 0", VerdictOutcome.Wrong, "f(7, 3) gave 0, not 10", 2, 0, 0)]
    [TestCase("def f(a, b):\n    return a // (7 - a)", VerdictOutcome.Wrong, "f(1, 2) gave 0, not 3", 1, 0, 0)]
    [TestCase("def f(a, b):\n    é = 'é'; return (a + b) * 7 // (7 - a) * 0 + a + b", VerdictOutcome.RuntimeError, "ZeroDivisionError: integer division or modulo by zero", 2, 2, 21)]
    [TestCase("def f(a, b):\n    return {a}", VerdictOutcome.RuntimeError, "TypeError: the result holds a set, for which JSON has no form", 1, 0, 0)]
    [TestCase("def g(a, b):\n    pass", VerdictOutcome.RuntimeError, "NameError: name 'f' is not defined", null, 0, 0)]
    [TestCase("raise KeyError('x')", VerdictOutcome.RuntimeError, "KeyError: 'x'", null, 1, 1)]
    [TestCase("def f(a, b)\n    return a", VerdictOutcome.CompileError, "SyntaxError: expected ':' (<candidate>, line 1)", null, 1, 12)]
    [TestCase("def f(a, b):\n    raise SystemExit(0)", VerdictOutcome.RuntimeError, "SystemExit: 0", 1, 2, 5)]
    [TestCase("import os\ndef f(a, b):\n    os._exit(0)", VerdictOutcome.RuntimeError, "The program ended with exit code 0.", 1, 0, 0)]
    [TestCase("def f(a, b):\n    return [0] * (1 << 40)", VerdictOutcome.OutOfMemory, "MemoryError", 1, 2, 12)]
    [TestCase("def f(a, b):\n    return f(a, b)", VerdictOutcome.RuntimeError, "RecursionError: maximum recursion depth exceeded", 1, 2, 12)]
    public async Task A_function_is_judged_by_what_it_returns(
        string source, VerdictOutcome outcome, string? message, int? failedCase, int line, int column)
    {
        Verdict verdict = await JudgeAsync(source, new FunctionTests("f", [Case("[1, 2]", "3"), Case("[7, 3]", "10")]));
        Assert.That(verdict, Is.EqualTo(new Verdict(outcome, message, failedCase, outcome == VerdictOutcome.Passed ? 2 : (failedCase ?? 1) - 1, line, column)));
    }

    [TestCase("(1, 2.0000000000001, None, True, {'b': 1, 'a': 'ü'})", """[1, 2.0, null, true, {"a": "ü", "b": 1}]""", true)]
    [TestCase("10 ** 40 + 1", "10000000000000000000000000000000000000000", false)]
    [TestCase("2.0", "2", true)]
    [TestCase("True", "1", false)]
    [TestCase("{1: 2}", """{"1": 2}""", true)]
    [TestCase("[1, 2]", "[1, 2, 3]", false)]
    public async Task Results_are_compared_as_JSON_values(string result, string expected, bool same)
    {
        Verdict verdict = await JudgeAsync($"def f():\n    return {result}", new FunctionTests("f", [Case("[]", expected)]));
        Assert.That(verdict.Outcome, Is.EqualTo(same ? VerdictOutcome.Passed : VerdictOutcome.Wrong));
    }

    /// <summary>Alone: beside other fixtures the machine gives away more than the runner grants.</summary>
    [Test]
    [NonParallelizable]
    public async Task Time_that_the_machine_gives_to_others_is_not_the_programs()
    {
        int workers = 4 * Environment.ProcessorCount;
        await using PythonRunner runner = Runners.Create(workers);
        const string Source = "import time\nwhile time.process_time() < 0.4: pass\nprint('done')";
        var tests = new StandardIoTests([new StandardIoCase("", "done")]);
        Verdict[] verdicts = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ =>
            runner.JudgeAsync(new Candidate(ProgramLanguage.Python, Source), tests, new ProgramLimits { Time = TimeSpan.FromSeconds(1) }).AsTask()));
        Assert.That(verdicts.Select(verdict => verdict.Outcome), Is.All.EqualTo(VerdictOutcome.Passed));
    }

    [Test]
    public async Task Candidates_at_the_same_time_do_not_mix()
    {
        await using PythonRunner runner = Runners.Create(workers: 3, candidatesPerProcess: 7);
        Verdict[] verdicts = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => runner.JudgeAsync(
            new Candidate(ProgramLanguage.Python, $"def f():\n    return {i}"), new FunctionTests("f", [Case("[]", (i - (i % 2)).ToString(null as IFormatProvider))])).AsTask()));
        Assert.That(verdicts.Select(verdict => verdict.IsPassed), Is.EqualTo(Enumerable.Range(0, 60).Select(i => i % 2 == 0)));
    }

    [Test]
    public async Task A_cancelled_candidate_ends_at_once_and_the_next_one_runs()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var candidate = new Candidate(ProgramLanguage.Python, "while True: pass");
        Assert.That(
            async () => await _runner.JudgeAsync(candidate, new StandardIoTests([new StandardIoCase("", "")]), new ProgramLimits { Time = TimeSpan.FromMinutes(5) }, cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Verdict verdict = await JudgeAsync("print(1)", new StandardIoTests([new StandardIoCase("", "1")]));
        Assert.That(verdict.IsPassed);
    }

    [Test]
    public async Task A_candidate_cancelled_while_its_process_starts_is_not_run()
    {
        await using PythonRunner runner = Runners.Create();
        using var cancellation = new CancellationTokenSource();
        var endless = new Candidate(ProgramLanguage.Python, "while True: pass");
        var tests = new StandardIoTests([new StandardIoCase("", "1")]);
        ValueTask<Verdict> cancelled = runner.JudgeAsync(endless, tests, new ProgramLimits { Time = TimeSpan.FromMinutes(5) }, cancellation.Token);
        await cancellation.CancelAsync();
        Assert.That(async () => await cancelled, Throws.InstanceOf<OperationCanceledException>());
        Verdict next = await runner.JudgeAsync(new Candidate(ProgramLanguage.Python, "print(1)"), tests).AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.That(next.IsPassed);
    }

    [Test]
    public void A_python_that_is_none_is_refused_in_one_line() =>
        Assert.That(
            () => PythonRunner.Create(new PythonRunnerOptions { Python = "/nowhere/python3", AllowUnsandboxed = true }),
            Throws.InstanceOf<InputException>().With.Message.StartsWith("/nowhere/python3 cannot be started"));

    [Test]
    public async Task Without_a_sandbox_it_judges_the_same()
    {
        await using PythonRunner runner = PythonRunner.CreatePlain(new PythonRunnerOptions { Workers = 1 });
        var tests = new TestFile("assert f([1]) == 2\nassert f([2]) == 4");
        var candidate = new Candidate(ProgramLanguage.Python, "def f(x):\n    open('left', 'w').close()\n    return x[0] + 1");
        Verdict verdict = await runner.JudgeAsync(candidate, tests);
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Wrong, "AssertionError", 2, 1)));
    }

    private static FunctionCase Case(string arguments, string expected) =>
        new([.. JsonDocument.Parse(arguments).RootElement.EnumerateArray()], JsonDocument.Parse(expected).RootElement);

    private async Task<Verdict> JudgeAsync(string source, CandidateTests tests, ProgramLimits? limits = null) =>
        await _runner.JudgeAsync(new Candidate(ProgramLanguage.Python, source), tests, limits);
}
