using System.Diagnostics;
using System.Diagnostics.Metrics;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Supervision;

/// <summary>The meter counts the workers of the whole process.</summary>
[NonParallelizable]
public sealed class WorkerPoolTests
{
    // Between two statements the text outgrows the worker's memory.
    private const string Crashing = """
        reward({ version: 1 });
        function score(problem, answer) {
          if (answer === 'crash') { var text = 'x'; while (true) text = text + text; }
          return Number(answer);
        }
        """;

    private static readonly Problem Problem = new("a/b", 1, 1, Split.Train, 0, "q", "a", "s");

    private readonly ScriptFolder _folder = new();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task A_spare_takes_over_from_a_worker_that_dies()
    {
        var options = new ScriptHostOptions { SpareDelay = TimeSpan.Zero };
        var pool = new WorkerPool(options);
        await using var host = new ScriptHost(options, pool);
        IRewardScript reward = await LoadAsync(host);
        await UntilAsync(() => pool.Spares == 1);
        int first = host.NextWorker.ProcessId!.Value;

        Assert.That((await reward.ScoreAsync(new Submission(Problem, "crash"))).IsScored, Is.False);
        Assert.That((await reward.ScoreAsync(new Submission(Problem, "0.5"))).Value, Is.EqualTo(0.5));
        Assert.That(host.NextWorker.ProcessId, Is.Not.EqualTo(first));
        await UntilAsync(() => pool.Spares == 1);
    }

    [Test]
    public async Task A_worker_that_has_done_its_share_is_replaced_between_batches()
    {
        var options = new ScriptHostOptions { RecycleCalls = 100, Spares = 0 };
        await using var host = new ScriptHost(options);
        IRewardScript reward = await LoadAsync(host);
        var processes = new HashSet<int>();
        for (int round = 0; round < 5; round++)
        {
            Reward[] rewards = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => reward.ScoreAsync(new Submission(Problem, "1")).AsTask()));
            Assert.That(rewards.Select(one => one.Value), Is.All.EqualTo(1));
            processes.Add(host.NextWorker.ProcessId ?? 0);
        }
        Assert.That(processes, Has.Count.GreaterThanOrEqualTo(4));
    }

    [Test]
    public async Task A_worker_that_has_grown_too_large_is_replaced()
    {
        await using var host = new ScriptHost(new ScriptHostOptions { RecycleBytes = 1 << 20, Spares = 0 });
        IRewardScript reward = await LoadAsync(host);
        Assert.That((await reward.ScoreAsync(new Submission(Problem, "1"))).Value, Is.EqualTo(1));
        await UntilAsync(() => host.NextWorker.ProcessId is null);
        Assert.That((await reward.ScoreAsync(new Submission(Problem, "1"))).Value, Is.EqualTo(1));
    }

    [Test]
    public async Task More_calls_than_the_queue_holds_wait_and_are_all_answered()
    {
        await using var host = new ScriptHost(new ScriptHostOptions { QueueCapacity = 8, BatchSize = 4 });
        IRewardScript reward = await LoadAsync(host);
        Reward[] rewards = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => reward.ScoreAsync(new Submission(Problem, i % 2 == 0 ? "1" : "0")).AsTask()));
        Assert.That(rewards.Select(one => one.Value), Is.EqualTo(Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? 1.0 : 0.0)));
    }

    /// <summary>The share of crashes is that of 10,000 calls with 1 %; benchmarks/ has the whole of it.</summary>
    [Test]
    public async Task Calls_that_kill_their_worker_fail_alone_and_run_once()
    {
        var deaths = new Dictionary<string, long>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "Sasr.Arena.Scripting") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => { lock (deaths) deaths[instrument.Name] = deaths.GetValueOrDefault(instrument.Name) + value; });
        listener.Start();

        await using var host = new ScriptHost(new ScriptHostOptions { SpareDelay = TimeSpan.Zero, Spares = 2, MemoryBytes = 256 << 20 });
        IRewardScript reward = await LoadAsync(host);
        string[] answers = [.. Enumerable.Range(0, 600).Select(i => i % 100 == 37 ? "crash" : i % 3 == 0 ? "1" : "0.25")];
        Reward[] rewards = await Task.WhenAll(answers.Select(answer => reward.ScoreAsync(new Submission(Problem, answer)).AsTask()));
        listener.Dispose();
        Assert.Multiple(() =>
        {
            Assert.That(
                rewards.Zip(answers).Where(pair => pair.Second != "crash").Select(pair => (pair.First.Value, pair.First.Unscored)),
                Is.EqualTo(answers.Where(answer => answer != "crash").Select(answer => (answer == "1" ? 1 : 0.25, (string?)null))));
            Assert.That(
                rewards.Zip(answers).Where(pair => pair.Second == "crash").Select(pair => pair.First.Unscored),
                Has.Exactly(6).Items.And.All.Contains("died (out of memory)").And.All.Contains("crash.js"));
            Assert.That(deaths["arena.worker.deaths"], Is.EqualTo(6));
            Assert.That(deaths["arena.worker.restarts"], Is.EqualTo(6));
            Assert.That(deaths["arena.worker.calls"], Is.GreaterThanOrEqualTo(601));
        });
    }

    [Test]
    public async Task After_many_failed_starts_no_worker_is_started_for_a_while()
    {
        var options = new ScriptHostOptions { Spares = 0 };
        var counting = new CountingLauncher();
        await using var host = new ScriptHost(options, new WorkerPool(options, counting, new ConfinedProgram { FileName = "/no/such/program" }));
        for (int i = 0; i < 4; i++)
            Assert.That(async () => await LoadAsync(host), Throws.InstanceOf<InfrastructureException>().With.Message.Contains("/no/such/program"));
        Assert.That(counting.Starts, Is.EqualTo(5));
    }

    private ValueTask<IRewardScript> LoadAsync(ScriptHost host) => host.LoadRewardAsync("r", _folder.Write("crash.js", Crashing));

    private static async Task UntilAsync(Func<bool> reached)
    {
        var clock = Stopwatch.StartNew();
        while (!reached())
        {
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
            await Task.Delay(20);
        }
    }

    private sealed class CountingLauncher : ILauncher
    {
        private readonly PlainLauncher _plain = new();

        public int Starts { get; private set; }

        public bool IsSandbox => false;

        public Process Start(ConfinedProgram program)
        {
            Starts++;
            return _plain.Start(program);
        }

        public void Kill(Process process) => _plain.Kill(process);
    }
}
