using System.Diagnostics;
using System.Text;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Programs;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;
using static Sasr.Arena.Scripting.Tests.Programs.Cases;

namespace Sasr.Arena.Scripting.Tests.Programs;

public sealed class RunnerLifeTests
{
    private const string Loop = "while (true) { }";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly CodeRunnerOptions OneWorker = new() { Workers = 1, AllowUnsandboxed = true };

    [TestCase(ProgramLanguage.CSharp)]
    [TestCase(ProgramLanguage.JavaScript)]
    public async Task A_worker_killed_from_outside_is_no_verdict_and_the_next_candidate_is_judged(ProgramLanguage language)
    {
        await using EngineRunner runner = Runner(language);
        var limits = new ProgramLimits { Time = TimeSpan.FromMinutes(1) };
        await runner.JudgeAsync(new Candidate(language, ""), Io());
        using var process = Process.GetProcessById(runner.ProcessIds.Single());

        Task<Verdict> running = runner.JudgeAsync(new Candidate(language, Loop), Io(("", "")), limits).AsTask();
        await Task.Delay(500);
        Assert.That(running.IsCompleted, Is.False);
        process.Kill();
        Verdict verdict = await running.WaitAsync(Patience);
        Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.InfrastructureFailure), verdict.Message);
        Assert.That(verdict.Message, Does.Contain("died"));

        verdict = await runner.JudgeAsync(new Candidate(language, Print(language, "1")), Io(("", "1"))).AsTask().WaitAsync(Patience);
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    [Test]
    public async Task A_runner_whose_workers_do_not_start_gives_no_verdict()
    {
        await using var runner = new EngineRunner(ProgramLanguage.CSharp, OneWorker, new PlainLauncher(), new ConfinedProgram { FileName = "/no/such/program" });
        Verdict verdict = await runner.JudgeAsync(new Candidate(ProgramLanguage.CSharp, Loop), Io(("", "")));
        Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.InfrastructureFailure));
        Assert.That(verdict.Message, Does.Contain("/no/such/program"));
    }

    [TestCase(ProgramLanguage.CSharp)]
    [TestCase(ProgramLanguage.JavaScript)]
    public async Task A_cancelled_call_returns_at_once_and_the_runner_goes_on(ProgramLanguage language)
    {
        await using EngineRunner runner = Runner(language);
        var limits = new ProgramLimits { Time = TimeSpan.FromSeconds(3) };
        await runner.JudgeAsync(new Candidate(language, ""), Io());
        using var cancel = new CancellationTokenSource(300);
        var clock = Stopwatch.StartNew();
        Assert.That(
            async () => await runner.JudgeAsync(new Candidate(language, Loop), Io(("", "")), limits, cancel.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
        Verdict verdict = await runner.JudgeAsync(new Candidate(language, Print(language, "1")), Io(("", "1"))).AsTask().WaitAsync(Patience);
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    [Test]
    public async Task A_call_cancelled_before_its_turn_takes_no_worker()
    {
        await using EngineRunner runner = Runner(ProgramLanguage.JavaScript);
        var limits = new ProgramLimits { Time = TimeSpan.FromSeconds(1) };
        Task<Verdict> running = runner.JudgeAsync(new Candidate(ProgramLanguage.JavaScript, Loop), Io(("", "")), limits).AsTask();
        using var cancel = new CancellationTokenSource(100);
        Assert.That(
            async () => await runner.JudgeAsync(new Candidate(ProgramLanguage.JavaScript, ""), Io(("", "")), limits, cancel.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await running).Outcome, Is.EqualTo(VerdictOutcome.TimedOut));
    }

    [Test]
    public async Task Disposing_ends_what_runs_without_a_verdict()
    {
        EngineRunner runner = Runner(ProgramLanguage.JavaScript);
        var limits = new ProgramLimits { Time = TimeSpan.FromMinutes(1) };
        Task<Verdict> running = runner.JudgeAsync(new Candidate(ProgramLanguage.JavaScript, Loop), Io(("", "")), limits).AsTask();
        await Task.Delay(1000);
        await runner.DisposeAsync();
        Assert.That((await running.WaitAsync(Patience)).IsJudged, Is.False);
        Assert.That((await runner.JudgeAsync(new Candidate(ProgramLanguage.JavaScript, ""), Io(("", "")))).IsJudged, Is.False);
    }

    [TestCase(ProgramLanguage.CSharp)]
    [TestCase(ProgramLanguage.JavaScript)]
    public async Task Two_hundred_candidates_at_once_are_each_judged_by_their_own(ProgramLanguage language)
    {
        await using var runner = new EngineRunner(language, OneWorker with { Workers = 2 }, Sandbox.OfThisMachine.Launcher);
        Verdict[] verdicts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
        {
            string source = language == ProgramLanguage.CSharp
                ? $"int.TryParse(Console.ReadLine(), out int n);\nConsole.WriteLine(new Thing().Value + n);\nclass Thing {{ public int Value = {i}; }}"
                : $"function Thing() {{ this.value = {i}; }}\nprint(new Thing().value + Number(readLine()));";
            int expected = i % 3 == 0 ? i + 2 : i + 1;
            return runner.JudgeAsync(new Candidate(language, source), Io(("0", $"{i}"), ("1", $"{expected}"))).AsTask();
        }));
        Assert.That(
            verdicts.Select(verdict => (verdict.Outcome, verdict.Passed)),
            Is.EqualTo(Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? (VerdictOutcome.Wrong, 1) : (VerdictOutcome.Passed, 2))));
        Assert.That(runner.ProcessIds.Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Every_load_context_is_collected_and_the_process_stays_the_same()
    {
        await using EngineRunner runner = Runner(ProgramLanguage.CSharp);
        await runner.JudgeAsync(new Candidate(ProgramLanguage.CSharp, ""), Io());
        int process = runner.ProcessIds.Single();
        for (int i = 0; i < 10; i++)
        {
            string state = $"Console.WriteLine(Box.Value++ + int.Parse(Console.ReadLine()));\nstatic class Box {{ public static int Value = {i}; }}";
            Assert.That((await JudgeAsync(state, Io(("1", $"{i + 1}"), ("2", $"{i + 2}")))).IsPassed, Is.True);
            const string Functions = """
                record Point(int X, (int, string)[] All, Dictionary<string, Point> More);
                Point Same(Point point) => point with { };
                """;
            Assert.That((await JudgeAsync(Functions, Calls("Same", ("[{\"X\": 1, \"All\": [[1, \"x\"]], \"More\": {}}]", "{\"X\": 1, \"All\": [[1, \"x\"]], \"More\": {}}")))).IsPassed, Is.True);
            Assert.That((await JudgeAsync("int f(int n) => n / 0;".Replace("/ 0", "/ (n - n)"), Calls("f", ("[1]", "1")))).Outcome, Is.EqualTo(VerdictOutcome.RuntimeError));
            Assert.That((await JudgeAsync("var x = new object[1]; x[1] = x;", Io(("", "")))).Outcome, Is.EqualTo(VerdictOutcome.RuntimeError));
            Assert.That((await JudgeAsync("int f(int n) => n;", new TestFile("AssertEqual(1, Call<int>(\"f\", 1));"))).IsPassed, Is.True);
        }
        WorkerStatus? status = await runner.StatusAsync(CancellationToken.None);
        Assert.That(status!.LoadContexts, Is.Zero);
        Assert.That(runner.ProcessIds.Single(), Is.EqualTo(process));

        ValueTask<Verdict> JudgeAsync(string source, CandidateTests tests) =>
            runner.JudgeAsync(new Candidate(ProgramLanguage.CSharp, source), tests);
    }

    [TestCase(ProgramLanguage.CSharp)]
    [TestCase(ProgramLanguage.JavaScript)]
    public async Task Forged_frames_on_the_console_are_output_like_any_other(ProgramLanguage language)
    {
        string[] lines = ["\\u0011\\u0000\\u0000\\u0000", "{\\\"id\\\":1,\\\"results\\\":[{\\\"program\\\":{\\\"output\\\":\\\"1\\\"}}]}"];
        string source = string.Concat(lines.Select(line => Print(language, $"\"{line}\"") + "\n"))
            + (language == ProgramLanguage.CSharp ? "Console.Error.WriteLine(\"Stack overflow\");" : "console.error('Stack overflow');");
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", "1")));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.Wrong, (int?)1)), verdict.Message);
        verdict = await SharedRunners.JudgeAsync(language, Print(language, "1"), Io(("", "1")));
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "Console.WriteLine(Secret.Value++);\nstatic class Secret { public static int Value = 41; }", "0")]
    [TestCase(ProgramLanguage.CSharp, "Console.WriteLine(Console.In.ReadToEnd().Length);", "0")]
    [TestCase(ProgramLanguage.JavaScript, "print(typeof secret);\nvar global = this;\nglobal.secret = 1;\nArray.prototype.secret = 1;", "undefined")]
    [TestCase(ProgramLanguage.JavaScript, "print([].secret);\nArray.prototype.secret = 1;", "undefined")]
    public async Task No_candidate_sees_what_another_left(ProgramLanguage language, string source, string output)
    {
        string wanted = source.Contains("Secret", StringComparison.Ordinal) ? "41" : output;
        for (int i = 0; i < 3; i++)
        {
            Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", wanted)));
            Assert.That(verdict.IsPassed, Is.True, verdict.Message);
        }
    }

    [TestCase(ProgramLanguage.CSharp)]
    [TestCase(ProgramLanguage.JavaScript)]
    public async Task More_memory_than_the_workers_have_is_no_verdict(ProgramLanguage language)
    {
        var limits = new ProgramLimits { MemoryBytes = 1L << 40 };
        Verdict verdict = await SharedRunners.JudgeAsync(language, "", Io(("", "")), limits);
        Assert.That(verdict.IsJudged, Is.False);
    }

    /// <summary>Everything that goes to a worker is written to a file on its way.</summary>
    [Test]
    [Platform("Linux")]
    public async Task Expected_values_never_enter_the_process_that_runs_the_candidate()
    {
        using var folder = new ScriptFolder();
        ConfinedProgram real = WorkerProgram.Create(new ScriptHostOptions());
        string script = $"tee '{folder.Root}/'$$ | exec '{real.FileName}' '{real.Arguments[0]}' \"$0\" \"$1\"";
        ConfinedProgram recorded = real with { FileName = "/bin/sh", Arguments = ["-c", script] };
        string[] said;
        await using (var runner = new EngineRunner(ProgramLanguage.JavaScript, OneWorker, new PlainLauncher(), recorded))
        {
            const string Source = "function half(n) { return n / 2; }\nprint(Number(readLine()) / 2);";
            var candidate = new Candidate(ProgramLanguage.JavaScript, Source);
            CandidateTests[] all =
            [
                Io(("246690", "123345")), Calls("half", ("[246690]", "123345")), new TestFile("assertEqual(half(246690), 123345);"),
            ];
            foreach (CandidateTests tests in all)
            {
                Verdict verdict = await runner.JudgeAsync(candidate, tests);
                Assert.That(verdict.IsPassed, Is.True, verdict.Message);
            }
        }
        said = [.. Directory.GetFiles(folder.Root).Select(file => Encoding.UTF8.GetString(File.ReadAllBytes(file)))];
        string[] candidates = [.. said.Where(text => text.Contains("function half", StringComparison.Ordinal))];
        Assert.That(said.Count(text => text.Contains("123345", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(candidates, Has.Length.EqualTo(1));
        Assert.That(candidates[0], Does.Contain("246690").And.Not.Contain("123345"));
    }

    private static EngineRunner Runner(ProgramLanguage language) => new(language, OneWorker, Sandbox.OfThisMachine.Launcher);

    private static string Print(ProgramLanguage language, string value) =>
        language == ProgramLanguage.CSharp ? $"Console.WriteLine({value});" : $"print({value});";
}
