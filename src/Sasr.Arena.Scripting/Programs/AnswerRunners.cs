using System.Collections.Concurrent;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Judges answers that are programs, by a code runner for each language that there are answers in.</summary>
internal sealed class AnswerRunners(CodeRunnerOptions options, ProgramLimits limits) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProgramLanguage, Lazy<ICodeRunner>> _runners = new();

    /// <summary>A verdict; an infrastructure failure where the language cannot be run here.</summary>
    public async ValueTask<Verdict> JudgeAsync(ProgramRun run, CancellationToken ct)
    {
        ICodeRunner runner;
        try
        {
            runner = _runners.GetOrAdd(
                run.Candidate.Language, language => new Lazy<ICodeRunner>(() => CodeRunners.Create(language, options))).Value;
        }
        catch (InputException e)
        {
            return Verdict.Failed(e.Message);
        }
        return await runner.JudgeAsync(run.Candidate, run.Tests, limits, ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<ICodeRunner> runner in _runners.Values)
        {
            if (runner.IsValueCreated)
                await runner.Value.DisposeAsync();
        }
    }
}
