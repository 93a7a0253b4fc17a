using System.Diagnostics;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>Judges many programs at once.</summary>
internal static class JudgeBatch
{
    private const int WaitingEach = 2; // so that no worker ever waits for the next program

    /// <summary>The verdicts, in the programs' order.</summary>
    /// <exception cref="InputException">This machine cannot run one of the languages.</exception>
    public static async Task<JudgeResult> RunAsync(
        IReadOnlyList<JudgedProgram> programs, ICodeRunnerFactory factory, int workers, bool allowUnsandboxed, ProgramLimits limits,
        Action<int>? progress, CancellationToken ct)
    {
        var runners = new Dictionary<ProgramLanguage, ICodeRunner>();
        try
        {
            foreach (ProgramLanguage language in programs.Select(program => program.Candidate.Language).Distinct())
                runners.Add(language, factory.Create(language, workers, allowUnsandboxed));
            var verdicts = new Verdict[programs.Count];
            int done = 0;
            long start = Stopwatch.GetTimestamp();
            var options = new ParallelOptions { MaxDegreeOfParallelism = workers * WaitingEach, CancellationToken = ct };
            await Parallel.ForAsync(0, programs.Count, options, async (i, token) =>
            {
                JudgedProgram program = programs[i];
                verdicts[i] = await runners[program.Candidate.Language].JudgeAsync(program.Candidate, program.Tests, limits, token);
                progress?.Invoke(Interlocked.Increment(ref done));
            });
            return new JudgeResult(programs, verdicts, Stopwatch.GetElapsedTime(start));
        }
        finally
        {
            foreach (ICodeRunner runner in runners.Values)
                await runner.DisposeAsync();
        }
    }
}
