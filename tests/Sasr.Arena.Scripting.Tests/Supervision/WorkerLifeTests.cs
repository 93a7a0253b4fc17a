using System.Diagnostics;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Supervision;

public sealed class WorkerLifeTests
{
    private const string Loop = "task({ version: 1, levels: 1 });\nfunction generate() {}\nfunction score() { while (true) { } }";

    private static readonly Problem Problem = new("a/b", 1, 1, Split.Train, 0, "q", "a", "s");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ScriptFolder _folder = new();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task A_worker_killed_by_hand_is_started_again_and_knows_its_scripts()
    {
        await using var host = new ScriptHost();
        ITaskScript task = await host.LoadTaskAsync("math/add", _folder.Write("add.js", Samples.AddJavaScript));
        int first = host.NextWorker.ProcessId!.Value;
        var request = new ProblemRequest(Split.Train, Level: 1, Count: 3, Seed: 1);
        IReadOnlyList<Problem> before = await task.GenerateAsync(request);

        using var process = Process.GetProcessById(first);
        process.Kill();
        await process.WaitForExitAsync();
        await Task.Delay(100); // the host's own view of the child
        IReadOnlyList<Problem> after = await task.GenerateAsync(request);

        Assert.That(after.Select(problem => problem.Question), Is.EqualTo(before.Select(problem => problem.Question)));
        Assert.That(host.NextWorker.ProcessId, Is.Not.EqualTo(first));
    }

    /// <summary>A terminal sends Ctrl-C to the arena and to its workers; the arena must be able to finish what it does.</summary>
    [Test]
    [Platform("Unix")]
    public async Task Ctrl_C_does_not_end_a_plain_worker()
    {
        var options = new ScriptHostOptions();
        await using var host = new ScriptHost(options, new WorkerPool(options, new PlainLauncher(), WorkerProgram.Create(options)));
        ITaskScript task = await host.LoadTaskAsync("math/add", _folder.Write("add.js", Samples.AddJavaScript));
        int id = host.NextWorker.ProcessId!.Value;

        using Process kill = Process.Start("kill", ["-INT", $"{id}"]);
        await kill.WaitForExitAsync();
        await Task.Delay(200);
        IReadOnlyList<Problem> problems = await task.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 1, Seed: 1));

        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That(host.NextWorker.ProcessId, Is.EqualTo(id));
    }

    /// <summary>It is in the arena's session, and so is what stands around it; the worker itself is out of the terminal's reach.</summary>
    [Test]
    [Platform("Linux")]
    public async Task A_terminals_signals_do_not_end_a_sandboxed_worker()
    {
        if (!Sandbox.OfThisMachine.IsActive)
            Assert.Ignore(Sandbox.OfThisMachine.Problem!.ToString());
        await using var host = new ScriptHost();
        ITaskScript task = await host.LoadTaskAsync("math/add", _folder.Write("add.js", Samples.AddJavaScript));
        int id = host.NextWorker.ProcessId!.Value;
        int[] family = [.. Descendants(id)];
        string group = Group(Environment.ProcessId);
        Assert.That(family, Has.Length.GreaterThan(1));
        Assert.That(family.Take(family.Length - 1).Select(Group), Has.All.EqualTo(group));
        Assert.That(Group(family[^1]), Is.Not.EqualTo(group));

        foreach (string signal in new[] { "-INT", "-QUIT", "-HUP", "-TERM", "-TSTP" })
        {
            using Process kill = Process.Start("kill", [signal, .. family[..^1].Select(one => $"{one}")]);
            await kill.WaitForExitAsync();
        }
        await Task.Delay(200);
        Assert.That(await task.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 1, Seed: 1)), Has.Count.EqualTo(1));
        Assert.That(host.NextWorker.ProcessId, Is.EqualTo(id));
    }

    [Test]
    public async Task Dispose_ends_the_worker_and_the_calls_that_wait()
    {
        var host = new ScriptHost(new ScriptHostOptions { CallDeadline = TimeSpan.FromMinutes(5) });
        ITaskScript task = await host.LoadTaskAsync("a/b", _folder.Write("loop.js", Loop));
        int id = host.NextWorker.ProcessId!.Value;
        Task<Reward> running = task.ScoreAsync(new Submission(Problem, "x")).AsTask();
        await Task.Delay(200);
        Task<Reward> waiting = task.ScoreAsync(new Submission(Problem, "y")).AsTask();
        await host.DisposeAsync();

        Assert.That(IsAlive(id), Is.False);
        Assert.That(async () => await running.WaitAsync(Patience), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(async () => await waiting.WaitAsync(Patience), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(async () => await task.ScoreAsync(new Submission(Problem, "z")), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task A_cancelled_call_does_not_wait_for_the_worker()
    {
        await using var host = new ScriptHost();
        ITaskScript task = await host.LoadTaskAsync("a/b", _folder.Write("loop.js", Loop));
        using var cancel = new CancellationTokenSource(200);
        Assert.That(
            async () => await task.ScoreAsync(new Submission(Problem, "x"), cancel.Token).AsTask().WaitAsync(Patience),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task The_end_of_its_input_ends_a_worker_that_runs_a_script_for_ever()
    {
        ConfinedProgram program = WorkerProgram.Create(new ScriptHostOptions());
        using Process worker = new PlainLauncher().Start(program with { Arguments = [.. program.Arguments, "plain"] });
        using var frames = new FrameWriter();
        var load = new LoadItem("k", ScriptKind.Task, "a/b", "loop.js", Loop, CallMilliseconds: 600_000);
        var request = new WorkRequest(1, [new() { Load = load }, new() { Score = new ScoreItem("k", Problem, "x") }]);
        worker.StandardInput.BaseStream.Write(frames.Write(request).Span);
        worker.StandardInput.BaseStream.Flush();
        await Task.Delay(1000);
        Assert.That(worker.HasExited, Is.False);

        worker.StandardInput.Close();
        await worker.WaitForExitAsync().WaitAsync(Patience);
    }

    [Test]
    [Platform("Linux")]
    public async Task A_worker_does_not_outlive_a_parent_that_is_killed()
    {
        ConfinedProgram program = WorkerProgram.Create(new ScriptHostOptions());
        string line = $"exec 3> >(exec '{program.FileName}' '{program.Arguments[0]}' plain 3>&- >/dev/null); echo $!; read -r _";
        using Process parent = Process.Start(new ProcessStartInfo("bash", ["-c", line])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        int worker = int.Parse((await parent.StandardOutput.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture);
        await Task.Delay(500);
        Assert.That(IsAlive(worker), Is.True);

        parent.Kill();
        var clock = Stopwatch.StartNew();
        while (IsAlive(worker) && clock.Elapsed < Patience)
            await Task.Delay(50);
        Assert.That(IsAlive(worker), Is.False);
    }

    [Test]
    public async Task Scripts_that_are_no_longer_used_leave_the_workers_memory()
    {
        await using var host = new ScriptHost(new ScriptHostOptions { LoadedScripts = 4 });
        for (int i = 0; i < 60; i++)
        {
            string source = Samples.AddCSharp.Replace("version: 2", $"version: {i + 1}");
            ITaskScript task = await host.LoadTaskAsync("math/add", _folder.Write("many.csx", source));
            Problem problem = (await task.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 1, Seed: 1))).Single();
            Assert.That((await task.ScoreAsync(new Submission(problem, problem.Answer))).Value, Is.EqualTo(1));
        }
        var call = new WorkCall(new WorkItem { Status = true }, null, Patience, CancellationToken.None);
        WorkerStatus status = (await host.NextWorker.RunAsync(call)).Status!;
        Assert.That(status.Scripts, Is.EqualTo(4));
        Assert.That(status.LoadContexts, Is.LessThanOrEqualTo(10));
    }

    [Test]
    public async Task Several_workers_share_the_calls()
    {
        await using var host = new ScriptHost(new ScriptHostOptions { Workers = 2 });
        ITaskScript task = await host.LoadTaskAsync("math/add", _folder.Write("add.js", Samples.AddJavaScript));
        IReadOnlyList<Problem> problems = await task.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 200, Seed: 1));
        Reward[] rewards = await Task.WhenAll(problems.Select(problem =>
            task.ScoreAsync(new Submission(problem, problem.Answer)).AsTask()));
        Assert.That(rewards.Select(reward => reward.Value), Is.All.EqualTo(1));
        int?[] processes = [host.NextWorker.ProcessId, host.NextWorker.ProcessId];
        Assert.That(processes, Is.Unique.And.None.Null);
    }

    private static IEnumerable<int> Descendants(int id) =>
        File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(int.Parse).SelectMany(Descendants).Prepend(id);

    // pgrp, the third field after the name (proc_pid_stat(5)).
    private static string Group(int id) => File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ')[3];

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
