using System.Diagnostics;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Benchmarks.Scripts;

/// <summary>
/// A hundred thousand fresh C# programs compiled and run one after another, or as many as ten minutes allow: what becomes of the
/// memory, the handles and the processes.
/// </summary>
internal static class Soak
{
    private const int MaxPrograms = 100_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(TextWriter output)
    {
        var workers = Environment.ProcessorCount;
        var before = ProcessFamily.Of(Environment.ProcessId).Length;
        var clock = Stopwatch.StartNew();
        var (judged, failed) = (0, 0);
        await using (var runner = CodeRunners.Create(ProgramLanguage.CSharp, new CodeRunnerOptions { Workers = workers }))
        {
            var loops = Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
            {
                while (clock.Elapsed < MaxTime && Interlocked.Increment(ref judged) is var number && number <= MaxPrograms)
                {
                    if (!(await runner.JudgeAsync(SampleProgram.Create(number), SampleProgram.Tests(number))).IsPassed)
                        Interlocked.Increment(ref failed);
                }
            })).ToArray();
            var all = Task.WhenAll(loops);
            for (var next = Interval; !all.IsCompleted; next += Interval)
            {
                await Task.WhenAny(all, Task.Delay(next - clock.Elapsed > TimeSpan.Zero ? next - clock.Elapsed : TimeSpan.Zero));
                await ReportAsync(output, clock.Elapsed, Math.Min(judged, MaxPrograms), failed);
            }
            await all;
        }
        judged = Math.Min(judged, MaxPrograms);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{judged} programs in {clock.Elapsed.TotalSeconds:F0} s ({judged / clock.Elapsed.TotalSeconds:F0}/s), {failed} not passed; processes left: {ProcessFamily.Of(Environment.ProcessId).Length - before}"));
    }

    private static async Task ReportAsync(TextWriter output, TimeSpan time, int judged, int failed)
    {
        using var self = Process.GetCurrentProcess();
        var family = ProcessFamily.Of(Environment.ProcessId);
        var workers = family.Select(ProcessFamily.Megabytes).Where(size => size > 20).Order();
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{time.TotalSeconds,5:F0} s {judged,7} programs, {failed} not passed; supervisor {self.WorkingSet64 >> 20} MiB, {self.HandleCount} handles, {self.Threads.Count} threads; {family.Length} processes, workers {string.Join(' ', workers)} MiB"));
    }
}
