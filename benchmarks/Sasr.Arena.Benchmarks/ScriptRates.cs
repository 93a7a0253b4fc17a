using System.Diagnostics;
using System.Globalization;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Benchmarks;

/// <summary>Calls a second of a small reward script, by how many travel together.</summary>
internal static class ScriptRates
{
    private const string CSharp = """
        Reward(version: 1);
        double Score(Problem problem, string answer) => answer == problem.Answer ? 1 : 0;
        """;

    private const string JavaScript = """
        reward({ version: 1 });
        function score(problem, answer) { return answer === problem.answer ? 1 : 0; }
        """;

    private static readonly Problem Problem = new("math/chain-sum", 1, 1, Split.Train, 7, "What is 12 + 30?", "42", "12 + 30 = 42", null);

    public static async Task RunAsync(TextWriter output)
    {
        await StartAsync(output, "reward.js", JavaScript);
        await StartAsync(output, "reward.csx", CSharp);
        foreach (var batch in new[] { 1, 32, 256 })
        {
            await using var host = new ScriptHost(new ScriptHostOptions { BatchSize = batch });
            await MeasureAsync(host, output, "reward.csx", CSharp, batch);
            await MeasureAsync(host, output, "reward.js", JavaScript, batch);
        }
    }

    private static async Task StartAsync(TextWriter output, string name, string source)
    {
        var folder = Directory.CreateTempSubdirectory("sasr-benchmark-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(path, source);
            var times = new List<double>();
            for (var round = 0; round < 7; round++)
            {
                var clock = Stopwatch.StartNew();
                await using var host = new ScriptHost();
                var reward = await host.LoadRewardAsync("r", path);
                await CallAsync(reward, 1);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name} start, load, first score: {times[3]:F0} ms"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(ScriptHost host, TextWriter output, string name, string source, int batch)
    {
        var folder = Directory.CreateTempSubdirectory("sasr-benchmark-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(path, source);
            var reward = await host.LoadRewardAsync("r", path);
            var best = 0.0;
            for (var round = 0; round < 5; round++)
            {
                var clock = Stopwatch.StartNew();
                var calls = 0;
                while (clock.Elapsed < TimeSpan.FromSeconds(1))
                {
                    await CallAsync(reward, batch == 1 ? 1 : 4096);
                    calls += batch == 1 ? 1 : 4096;
                }
                best = Math.Max(best, calls / clock.Elapsed.TotalSeconds);
            }
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name} batch {batch,3}: {best / 1e3:F1} k calls/s"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CallAsync(IRewardScript reward, int count)
    {
        var submission = new Submission(Problem, "42");
        if (count == 1)
        {
            Check(await reward.ScoreAsync(submission));
            return;
        }
        var calls = new Task<Reward>[count];
        for (var i = 0; i < count; i++)
            calls[i] = reward.ScoreAsync(submission).AsTask();
        foreach (var call in calls)
            Check(await call);
    }

    private static void Check(Reward reward)
    {
        if (reward.Value != 1)
            throw new InvalidOperationException($"A score of {reward.Value}: {reward.Unscored}");
    }
}
