using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Programs;
using static Sasr.Arena.Scripting.Tests.Programs.Cases;

namespace Sasr.Arena.Scripting.Tests.Programs;

/// <summary>
/// Programs that mean harm, on runners of their own and past the gates. None may pass, none may cost another its verdict, and the supervisor lives on:
/// after each, a good program is judged as if nothing had been.
/// </summary>
internal static class Attacks
{
    private const long Memory = 96L << 20;

    private static readonly CodeRunnerOptions Options = new() { Workers = 1, MemoryBytes = Memory, AllowUnsandboxed = true, SkipGates = true };

    private static readonly ProgramLimits Generous = new() { Time = TimeSpan.FromSeconds(30), MemoryBytes = Memory };

    public static ProgramLimits Limits { get; } = new() { Time = TimeSpan.FromSeconds(2), MemoryBytes = Memory, OutputLength = 10_000 };

    public static EngineRunner Runner(ProgramLanguage language) => new(language, Options, Sandbox.OfThisMachine.Launcher);

    public static ValueTask<Verdict> JudgeAsync(this EngineRunner runner, string source, CandidateTests tests, ProgramLimits? limits = null) =>
        runner.JudgeAsync(new Candidate(runner.Language, source), tests, limits ?? Generous);

    public static async Task AssertFailsAsync(this EngineRunner runner, string source, CandidateTests tests, VerdictOutcome outcome)
    {
        TimeSpan time = TimeSpan.FromSeconds(outcome == VerdictOutcome.TimedOut ? 1 : 30);
        Verdict verdict = await runner.JudgeAsync(source, tests, Limits with { Time = time });
        Assert.That(verdict.Outcome, Is.EqualTo(outcome), verdict.Message);
        await AssertSoundAsync(runner);
    }

    /// <summary>Each kind of tests once, right and wrong.</summary>
    public static async Task AssertSoundAsync(this EngineRunner runner)
    {
        bool isCSharp = runner.Language == ProgramLanguage.CSharp;
        string echo = isCSharp ? "Console.WriteLine(Console.ReadLine());" : "print(readLine());";
        Verdict verdict = await runner.JudgeAsync(echo, Io(("a b", "a b"), ("2", "3")));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.Wrong, (int?)2)), verdict.Message);

        string twice = isCSharp ? "int Twice(int n) => 2 * n;" : "function Twice(n) { return 2 * n; }";
        verdict = await runner.JudgeAsync(twice, Calls("Twice", ("[2]", "4"), ("[2]", "5")));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.Wrong, (int?)2)), verdict.Message);
    }
}
