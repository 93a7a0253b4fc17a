using System.Diagnostics;
using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Cli.Tests.Commands;

/// <summary>A run in a process of its own, killed without warning.</summary>
[Parallelizable]
public class KilledTrainingTests
{
    private const int Steps = 60;

    private const string Recipe = """
        threads: 1
        model: { hidden_size: 16, intermediate_size: 32, layers: 1, heads: 2, max_positions: 96 }
        tasks:
          words/last-letter: { levels: [1, 2], demonstrations: 50 }
          games/echo: { demonstrations: 10 }
          games/mumble: { weight: 2, demonstrations: 10, curriculum: { gate: 0.25, window: 20 } }
        format: compact
        max_tokens: 24
        budget: { steps: 60 }
        schedule: { kind: sasr, warmup_steps: 20 }
        sft: { batch_size: 16 }
        grpo: { prompts: 6, group_size: 4, beta: 0.01 }
        validation: { every: 9, problems: 4 }
        checkpoint_every: 7
        """;

    // Half of what an untrained policy says has an even length, so that levels open while the run is killed.
    private const string Mumble = """
        // say something of an even length.
        environment({ version: 1, players: 1, levels: 5, maxTurns: 1, tags: [] });
        function reset(rng, level) { return 'say ' + rng.integer(10 * level, 10 * level + 9); }
        function step(action) { return { observation: 'heard', reward: action.length % 2 === 0 ? 1 : 0, done: true }; }
        function oracle() { return 'mumble'; }
        """;

    private readonly SmallArena _arena = new();

    [OneTimeSetUp]
    public async Task RunUndisturbed()
    {
        _arena.Write("recipe.yaml", Recipe);
        _arena.Write("environments/games/mumble.js", Mumble);
        await RunAsync(_arena, ["--run", "whole"]);
    }

    [OneTimeTearDown]
    public void Clean() => _arena.Dispose();

    [TestCase(1UL)]
    [TestCase(2UL)]
    public async Task Killed_at_any_step_and_resumed_it_ends_in_the_same_bytes(ulong seed)
    {
        string run = $"killed-{seed}";
        var rng = new Rng(seed);
        int killed = 0;
        for (int[] steps = [rng.Integer(1, 25), rng.Integer(26, 40), rng.Integer(41, Steps - 2)]; killed < steps.Length; killed++)
        {
            using Process process = Start(_arena, killed == 0 ? ["--run", run] : ["--run", run, "--resume"]);
            await WaitForAsync(() => Lines(_arena, run) >= steps[killed], process);
            process.Kill();
            await process.WaitForExitAsync();
            Assert.That(process.ExitCode, Is.EqualTo(137), "it was SIGKILL that ended it");
        }
        await RunAsync(_arena, ["--run", run, "--resume"]);

        Assert.That(File.ReadLines(_arena.FileIn("runs/whole/metrics.jsonl")).Last(), Does.Match("\"curriculum/games/mumble/level\":[3-5]"));
        foreach (string file in new[] { "metrics.jsonl", $"checkpoints/step-{Steps:D6}/model.safetensors", $"checkpoints/step-{Steps:D6}/trainer.json" })
            Assert.That(File.ReadAllBytes(_arena.FileIn($"runs/{run}/{file}")), Is.EqualTo(File.ReadAllBytes(_arena.FileIn($"runs/whole/{file}"))), file);
    }

    private static int Lines(SmallArena arena, string run)
    {
        string path = arena.FileIn($"runs/{run}/metrics.jsonl");
        return File.Exists(path) ? File.ReadAllLines(path).Length : 0;
    }

    private static async Task RunAsync(SmallArena arena, string[] arguments)
    {
        using Process process = Start(arena, arguments);
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
    }

    private static async Task WaitForAsync(Func<bool> condition, Process process)
    {
        while (!condition())
        {
            Assert.That(process.HasExited, Is.False, "it ended before it could be killed");
            await Task.Delay(1);
        }
    }

    private static Process Start(SmallArena arena, string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!,
        [
            "exec", Path.Combine(TestContext.CurrentContext.TestDirectory, "arena.dll"),
            "train", .. arguments.Contains("--resume") ? [] : new[] { arena.FileIn("recipe.yaml") }, .. arguments, "--root", arena.Root,
        ]))!;
}
