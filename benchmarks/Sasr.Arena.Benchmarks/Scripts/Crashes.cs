using System.Diagnostics;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting;

namespace Sasr.Arena.Benchmarks.Scripts;

/// <summary>Ten thousand calls of which every hundredth ends its worker: what becomes of them and of the others.</summary>
internal static class Crashes
{
    private const int Calls = 10_000;

    public static async Task RunAsync(TextWriter output)
    {
        using var sample = SampleReward.Crashing();
        await using var host = new ScriptHost(new ScriptHostOptions { Workers = Environment.ProcessorCount, Spares = 2, SpareDelay = TimeSpan.Zero, MemoryBytes = 256L << 20 });
        var reward = await sample.LoadAsync(host);
        var clock = Stopwatch.StartNew();
        var rewards = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => reward.ScoreAsync(new Submission(SampleReward.Problem, Answer(i))).AsTask()));
        var seconds = clock.Elapsed.TotalSeconds;

        var others = Enumerable.Range(0, Calls).Where(i => Answer(i) != "crash").ToArray();
        var right = others.Count(i => rewards[i].IsScored && rewards[i].Value == (Answer(i) == "42" ? 1 : 0));
        await output.WriteLineAsync(FormattableString.Invariant($"{right} of {others.Length} others rightly answered, in {seconds:F1} s"));
        foreach (var reasons in rewards.Where((_, i) => Answer(i) == "crash").GroupBy(one => one.Unscored ?? $"scored {one.Value}"))
            await output.WriteLineAsync($"{reasons.Count()} crashes: {Path.GetFileName(reasons.Key)}");
    }

    private static string Answer(int i) => i % 100 == 50 ? "crash" : i % 3 == 0 ? "42" : "41";
}
