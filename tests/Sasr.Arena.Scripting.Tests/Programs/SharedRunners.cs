using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Scripting.Tests.Programs;

/// <summary>One runner a language for all tests that do not look at its processes: the compiler warms up once.</summary>
[SetUpFixture]
internal sealed class SharedRunners
{
    private static readonly CodeRunnerOptions Options = new() { Workers = 1, AllowUnsandboxed = true };

    // Where time is not what a test is about, a busy machine must not make it so.
    private static readonly ProgramLimits Generous = new() { Time = TimeSpan.FromSeconds(30) };

    public static EngineRunner CSharp { get; } = new(ProgramLanguage.CSharp, Options, Sandbox.OfThisMachine.Launcher);

    public static EngineRunner JavaScript { get; } = new(ProgramLanguage.JavaScript, Options, Sandbox.OfThisMachine.Launcher);

    public static async Task<Verdict> JudgeAsync(
        ProgramLanguage language, string source, CandidateTests tests, ProgramLimits? limits = null) =>
        await (language == ProgramLanguage.CSharp ? CSharp : JavaScript).JudgeAsync(new Candidate(language, source), tests, limits ?? Generous);

    [OneTimeTearDown]
    public async Task Stop()
    {
        await CSharp.DisposeAsync();
        await JavaScript.DisposeAsync();
    }
}
