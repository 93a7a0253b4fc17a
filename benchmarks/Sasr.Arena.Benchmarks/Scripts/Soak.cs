using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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
        var before = Family().Length;
        var clock = Stopwatch.StartNew();
        var (judged, failed) = (0, 0);
        await using (var runner = CodeRunners.Create(ProgramLanguage.CSharp, new CodeRunnerOptions { Workers = workers }))
        {
            var loops = Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
            {
                while (clock.Elapsed < MaxTime && Interlocked.Increment(ref judged) is var number && number <= MaxPrograms)
                {
                    if (!(await runner.JudgeAsync(Program(number), Tests(number))).IsPassed)
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
            $"{judged} programs in {clock.Elapsed.TotalSeconds:F0} s ({judged / clock.Elapsed.TotalSeconds:F0}/s), {failed} not passed; processes left: {Family().Length - before}"));
    }

    // Ten lines, and different ones each time, so that nothing could be reused.
    private static Candidate Program(int number) => new(ProgramLanguage.CSharp, $$"""
        int Solve{{number}}(int[] numbers)
        {
            var seen = new Dictionary<int, int>();
            int best = {{number % 7}};
            foreach (int n in numbers)
            {
                seen[n] = seen.GetValueOrDefault(n) + 1;
                if (seen[n] > best)
                    best = seen[n];
            }
            return best * {{number}};
        }
        """);

    private static FunctionTests Tests(int number) => new(
        $"Solve{number}", [new FunctionCase([Json("[1,1,1,1,1,1,1,2]")], Json($"{7L * number}"))]);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static async Task ReportAsync(TextWriter output, TimeSpan time, int judged, int failed)
    {
        using var self = Process.GetCurrentProcess();
        var family = Family();
        var workers = family.Select(Megabytes).Where(size => size > 20).Order();
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{time.TotalSeconds,5:F0} s {judged,7} programs, {failed} not passed; supervisor {self.WorkingSet64 >> 20} MiB, {self.HandleCount} handles, {self.Threads.Count} threads; {family.Length} processes, workers {string.Join(' ', workers)} MiB"));
    }

    /// <summary>The processes under this one.</summary>
    private static int[] Family()
    {
        var children = new Dictionary<int, List<int>>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[6])))
        {
            if (Read($"{folder}/stat") is { } stat)
            {
                var parent = int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
                (children.TryGetValue(parent, out var list) ? list : children[parent] = []).Add(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
            }
        }
        List<int> family = [Environment.ProcessId];
        for (var i = 0; i < family.Count; i++)
            family.AddRange(children.GetValueOrDefault(family[i]) ?? []);
        return [.. family.Skip(1)];
    }

    private static long Megabytes(int id)
    {
        var line = Read($"/proc/{id}/status")?.Split('\n').FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
