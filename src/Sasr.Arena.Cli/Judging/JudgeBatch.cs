using System.Diagnostics;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>Judges many programs at once.</summary>
internal static class JudgeBatch
{
    private const int WaitingEach = 2; // so that no worker ever waits for the next program

    /// <summary>The verdicts, in the programs' order.</summary>
    /// <exception cref="InputException">This machine cannot run one of the languages.</exception>
    public static async Task<JudgeResult> RunAsync(
        IReadOnlyList<JudgedProgram> programs, Func<ProgramLanguage, CodeRunnerOptions, ICodeRunner> create, CodeRunnerOptions options,
        ProgramLimits limits, Action<int>? progress, CancellationToken ct)
    {
        var runners = new Dictionary<ProgramLanguage, ICodeRunner>();
        try
        {
            foreach (ProgramLanguage language in programs.Select(program => program.Candidate.Language).Distinct())
                runners.Add(language, create(language, options));
            var verdicts = new Verdict[programs.Count];
            int done = 0;
            long start = Stopwatch.GetTimestamp();
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers * WaitingEach, CancellationToken = ct };
            await Parallel.ForAsync(0, programs.Count, parallel, async (i, token) =>
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
