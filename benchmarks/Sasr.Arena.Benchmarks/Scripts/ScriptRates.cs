using System.Diagnostics;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Supervision;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Benchmarks.Scripts;

/// <summary>
/// Calls a second of a small reward script by how many travel together, in the sandbox and in a plain worker by turns, beside the
/// same function called as a delegate of this process.
/// </summary>
internal static class ScriptRates
{
    private const int Rounds = 7;

    private static readonly int[] Batches = [1, 32, 256];
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.7);

    public static async Task RunAsync(TextWriter output)
    {
        (string Name, ILauncher Launcher)[] launchers = [("sandboxed", Sandbox.OfThisMachine.Launcher), ("plain", new PlainLauncher())];
        await output.WriteLineAsync($"sandbox: {Sandbox.OfThisMachine.Problem?.ToString() ?? "active"}");
        double inProcess = Delegate();
        await output.WriteLineAsync(FormattableString.Invariant($"a delegate of this process: {inProcess / 1e6:F0} million calls/s"));
        foreach (var reward in new[] { SampleReward.CSharp(), SampleReward.JavaScript() })
        {
            using (reward)
            {
                await StartsAsync(output, reward, launchers);
                await RestartsAsync(output, reward);
                foreach (var batch in Batches)
                    await RatesAsync(output, reward, batch, launchers, inProcess);
            }
        }
    }

    private static async Task StartsAsync(TextWriter output, SampleReward reward, (string Name, ILauncher Launcher)[] launchers)
    {
        foreach (var (name, launcher) in launchers)
        {
            var (started, scored) = (new List<double>(), new List<double>());
            var (idle, used) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                await using var host = Host(32, launcher);
                var clock = Stopwatch.StartNew();
                await host.LayersAsync();
                started.Add(clock.Elapsed.TotalMilliseconds);
                idle.Add(Megabytes(host));
                clock = Stopwatch.StartNew();
                await CallAsync(await reward.LoadAsync(host), 1);
                scored.Add(started[^1] + clock.Elapsed.TotalMilliseconds);
                used.Add(Megabytes(host));
            }
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{reward.Language}, {name}: first reply after {Median(started):F0} ms with {Median(idle):F0} MiB, first score after {Median(scored):F0} ms with {Median(used):F0} MiB"));
        }
    }

    /// <summary>From a worker's death to the next score, with and without a spare that stands ready.</summary>
    private static async Task RestartsAsync(TextWriter output, SampleReward reward)
    {
        foreach (var spares in new[] { 0, 1 })
        {
            var options = new ScriptHostOptions { Spares = spares, SpareDelay = TimeSpan.Zero };
            var pool = new WorkerPool(options);
            await using var host = new ScriptHost(options, pool);
            var script = await reward.LoadAsync(host);
            await CallAsync(script, 1);
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                while (pool.Spares < spares)
                    await Task.Delay(10);
                using (var worker = Process.GetProcessById(host.NextWorker.ProcessId!.Value))
                {
                    worker.Kill();
                    await worker.WaitForExitAsync();
                }
                var clock = Stopwatch.StartNew();
                await CallAsync(script, 1);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{reward.Language}, sandboxed, {spares} spare: next score {Median(times):F0} ms after a worker's death"));
        }
    }

    private static async Task RatesAsync(
        TextWriter output, SampleReward reward, int batch, (string Name, ILauncher Launcher)[] launchers, double inProcess)
    {
        var hosts = launchers.Select(launcher => Host(batch, launcher.Launcher)).ToArray();
        var rewards = new List<IRewardScript>();
        foreach (var host in hosts)
            rewards.Add(await reward.LoadAsync(host));
        var rates = launchers.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < hosts.Length; i++)
                rates[i].Add(await RateAsync(rewards[i], batch));
        }
        foreach (var host in hosts)
            await host.DisposeAsync();
        var medians = rates.Select(Median).ToArray();
        for (var i = 0; i < hosts.Length; i++)
        {
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{reward.Language}, {launchers[i].Name}, batch {batch,3}: {medians[i] / 1e3,6:F1} k calls/s, {medians[i] / medians[^1]:F2} of plain, 1/{inProcess / medians[i]:F0} of a delegate"));
        }
    }

    private static async Task<double> RateAsync(IRewardScript reward, int batch)
    {
        var together = batch == 1 ? 1 : 4096;
        var clock = Stopwatch.StartNew();
        var calls = 0;
        for (; clock.Elapsed < Round; calls += together)
            await CallAsync(reward, together);
        return calls / clock.Elapsed.TotalSeconds;
    }

    private static async Task CallAsync(IRewardScript reward, int count)
    {
        var submission = new Submission(SampleReward.Problem, "42");
        var calls = new Task<Reward>[count];
        for (var i = 0; i < count; i++)
            calls[i] = reward.ScoreAsync(submission).AsTask();
        foreach (var call in calls)
        {
            if (await call is not { Value: 1 } and var other)
                throw new InvalidOperationException($"A score of {other.Value}: {other.Unscored}");
        }
    }

    private static double Delegate()
    {
        Func<Sasr.Arena.Problems.Problem, string, double> score = (problem, answer) => answer == problem.Answer ? 1 : 0;
        double sum = 0;
        var microseconds = Stopwatches.MedianOf(() =>
        {
            for (var i = 0; i < 1000; i++)
                sum += score(SampleReward.Problem, "42");
        });
        return sum > 0 ? 1e9 / microseconds : 0;
    }

    // The worker itself is the largest of the processes that it consists of.
    private static double Megabytes(ScriptHost host) => host.NextWorker.ProcessId is { } id
        ? ProcessFamily.Of(id).Append(id).Max(ProcessFamily.Megabytes)
        : 0;

    private static ScriptHost Host(int batch, ILauncher launcher)
    {
        var options = new ScriptHostOptions { BatchSize = batch, Spares = 0 };
        return new ScriptHost(options, new WorkerPool(options, launcher, WorkerProgram.Create(options)));
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
