using System.Text.Json;
using Sasr.Arena.Environments;
using Sasr.Arena.Rewards;
using Sasr.Arena.Testing;
using Sasr.Arena.Training.Curricula;
using Sasr.Arena.Training.Grpo;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;
using Sasr.Arena.Training.Schedules;
using Sasr.Arena.Training.Sft;
using Sasr.Arena.Training.Tests.Fakes;

namespace Sasr.Arena.Training.Tests;

public sealed class TrainerTests
{
    [Test]
    public async Task A_hybrid_run_learns_and_measures()
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();
        Recipe recipe = Small(steps: 60);

        (_, TrainingResult result) = await RunAsync(arena, folder.File("run"), recipe);

        JsonElement[] lines = Metrics(folder.File("run"));
        Assert.That(result.Finished, Is.True);
        Assert.That(lines.Select(line => line.GetProperty("step").GetInt32()), Is.EqualTo(Enumerable.Range(1, 60)));
        Assert.That(lines.Select(line => line.GetProperty("kind").GetString()).Distinct(), Is.EquivalentTo(new[] { "sft", "grpo" }));
        Assert.That(lines[59].GetProperty("schedule/divergence").GetDouble(), Is.LessThan(0.6 * lines[19].GetProperty("schedule/divergence").GetDouble()));
        Assert.That(lines.Where(line => line.GetProperty("kind").GetString() == "sft").Last().GetProperty("sft/loss").GetDouble(), Is.LessThan(1));
        Assert.That(File.Exists(Path.Combine(folder.File("run"), "checkpoints", "warmup", "model.safetensors")), Is.True);
    }

    [TestCase("sft", 1, 0, 0)]
    [TestCase("grpo", 0.5, 1, 0)]
    [TestCase("static", 0.2, 1, 0.5)]
    [TestCase("sasr", 0.02, 2, 0)]
    public async Task A_run_that_was_interrupted_ends_in_the_same_bytes(string kind, double beta, int iterations, double share)
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();
        Recipe recipe = Small(steps: 24);
        recipe.Schedule = new ScheduleRecipe { Kind = kind, WarmupSteps = 6, SftShare = share };
        recipe.Grpo.Beta = beta;
        recipe.Grpo.Iterations = Math.Max(1, iterations);
        recipe.Grpo.MicroBatch = 10;
        recipe.Optimizer.Decay = LearningRateDecay.Cosine;

        await RunAsync(arena, folder.File("whole"), recipe);
        int stops = 0;
        for (bool finished = false; !finished; stops++)
        {
            // Stops at every seventh step, which is past the last regular checkpoint or before the first.
            using var stop = new CancellationTokenSource();
            int taken = 0;
            (_, TrainingResult result) = await RunAsync(
                arena, folder.File("parts"), recipe, _ => { if (++taken == 7) stop.Cancel(); }, stop.Token);
            finished = result.Finished;
        }

        Assert.That(stops, Is.EqualTo(4));
        Assert.That(Bytes("parts", "metrics.jsonl"), Is.EqualTo(Bytes("whole", "metrics.jsonl")));
        foreach (string file in new[] { "model.safetensors", "optimizer-sft.safetensors", "optimizer-grpo.safetensors", "trainer.json" })
            Assert.That(Bytes("parts", $"checkpoints/step-000024/{file}"), Is.EqualTo(Bytes("whole", $"checkpoints/step-000024/{file}")), file);

        byte[] Bytes(string run, string file) => File.ReadAllBytes(Path.Combine(folder.File(run), file));
    }

    [Test]
    public async Task A_run_with_a_curriculum_that_was_interrupted_ends_in_the_same_bytes()
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();
        Recipe recipe = WithCurriculum(steps: 30);

        await RunAsync(arena, folder.File("whole"), recipe);
        int stops = 0;
        for (bool finished = false; !finished; stops++)
        {
            using var stop = new CancellationTokenSource();
            int taken = 0;
            (_, TrainingResult result) = await RunAsync(
                arena, folder.File("parts"), recipe, _ => { if (++taken == 4) stop.Cancel(); }, stop.Token);
            finished = result.Finished;
        }

        Assert.That(stops, Is.EqualTo(8));
        foreach (string file in new[] { "metrics.jsonl", "checkpoints/step-000030/model.safetensors", "checkpoints/step-000030/trainer.json" })
            Assert.That(File.ReadAllBytes(Path.Combine(folder.File("parts"), file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(folder.File("whole"), file))), file);
    }

    [Test]
    public async Task Levels_open_while_the_rollouts_succeed_and_a_task_that_fails_stays()
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();

        await RunAsync(arena, folder.File("run"), WithCurriculum(steps: 30));

        int[] levels = [.. Metrics(folder.File("run")).Select(line => line.GetProperty("curriculum/games/length/level").GetInt32())];
        int[] reverse = [.. Metrics(folder.File("run")).Select(line => line.GetProperty("curriculum/words/reverse/level").GetInt32())];
        Assert.That(levels[..6], Is.All.EqualTo(1), "the warm-up has no rollouts");
        Assert.That(levels, Is.Ordered.And.Some.EqualTo(2).And.Some.EqualTo(3));
        Assert.That(reverse, Is.All.EqualTo(1));
        JsonElement state = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.File("run"), "checkpoints/step-000030/trainer.json"))).RootElement;
        Assert.That(state.GetProperty("curriculum").GetProperty("games/length").GetProperty("open").GetInt32(), Is.EqualTo(levels[^1]));
    }

    [Test]
    public async Task Turns_of_a_game_are_trained_on_and_observations_are_not()
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();
        Recipe recipe = Small(steps: 80);
        recipe.Tasks = new() { ["games/echo"] = new TaskRecipe { Demonstrations = 90 } };
        recipe.Schedule = new ScheduleRecipe { Kind = "static", SftShare = 0.8, WarmupSteps = 1 };

        await RunAsync(arena, folder.File("run"), recipe);

        JsonElement last = Metrics(folder.File("run"))[^1];
        Assert.That(last.GetProperty("completions/min_length").GetInt32(), Is.LessThanOrEqualTo(3), "two digits and the end");
        Assert.That(last.GetProperty("reward").GetDouble(), Is.GreaterThan(0));
    }

    [Test]
    public async Task A_norm_past_the_limit_stops_the_run_before_the_weights_move()
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();
        Recipe recipe = Small(steps: 60);
        recipe.Optimizer.StopNorm = 1e-3;

        InfrastructureException? e = Assert.ThrowsAsync<InfrastructureException>(() => RunAsync(arena, folder.File("run"), recipe));

        Assert.That(e!.Message, Does.Contain("Step 1 (SFT)").And.Contain("optimizer.stop_norm").And.Contain("failed-batch.jsonl").And.Contain("none yet"));
        Assert.That(File.ReadAllLines(Path.Combine(folder.File("run"), "failed-batch.jsonl")), Has.Length.EqualTo(recipe.Sft.BatchSize));
    }

    [Test]
    public async Task A_gradient_that_is_not_a_number_stops_the_run_and_names_the_last_good_checkpoint()
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();
        Recipe recipe = Small(steps: 60);
        recipe.Sft.LearningRate = 1e30;
        recipe.Optimizer.StopNorm = double.MaxValue;
        recipe.CheckpointEvery = 1;

        InfrastructureException? e = Assert.ThrowsAsync<InfrastructureException>(() => RunAsync(arena, folder.File("run"), recipe));

        Assert.That(e!.Message, Does.Contain("Step 2 (SFT)").And.Contain("NaN").And.Contain("step-000001"));
    }

    [Test]
    public async Task Episodes_that_cannot_be_scored_stop_the_run_and_are_no_wrong_answers()
    {
        await using var arena = new FakeArena(_ => Reward.Failed("the worker died"));
        using var folder = new TemporaryFolder();
        Recipe recipe = Small(steps: 40);
        recipe.Schedule = new ScheduleRecipe { Kind = "grpo", WarmupSteps = 0 };
        recipe.Tasks["words/reverse"].Demonstrations = 0;
        recipe.Validation.Every = 0;
        recipe.Rewards = RewardMix.AnswerOnly;

        // The untrained policy hardly ever gives a readable answer; those few must not pass as zeros.
        InfrastructureException? e = Assert.ThrowsAsync<InfrastructureException>(() => RunAsync(arena, folder.File("run"), recipe));

        Assert.That(e!.Message, Does.Contain("could not be scored").And.Contain("the worker died"));
    }

    [Test]
    public async Task A_run_can_begin_with_the_model_of_another()
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();
        Recipe first = Small(steps: 30);
        first.Schedule = new ScheduleRecipe { Kind = "sft" };
        await RunAsync(arena, folder.File("first"), first);
        Recipe second = Small(steps: 1);
        second.Model = new ModelRecipe { From = folder.File("first") };

        await RunAsync(arena, folder.File("second"), second);

        double last = Metrics(folder.File("first"))[^1].GetProperty("sft/loss").GetDouble();
        Assert.That(Metrics(folder.File("second"))[0].GetProperty("sft/loss").GetDouble(), Is.LessThan(2 * last));
        Assert.That(last, Is.LessThan(0.5 * Metrics(folder.File("first"))[0].GetProperty("sft/loss").GetDouble()));
    }

    [Test]
    public async Task A_run_does_not_overwrite_another()
    {
        await using var arena = new FakeArena();
        using var folder = new TemporaryFolder();
        await RunAsync(arena, folder.File("run"), Small(steps: 1));

        Assert.That(
            () => RunFolder.Create(folder.File("run"), new RecipeFile("r", Small(steps: 1), "")),
            Throws.TypeOf<InputException>().With.Message.Contains("--resume"));
    }

    private static Recipe Small(int steps) => new()
    {
        Device = "cpu",
        Threads = 1,
        Model = new ModelRecipe { Characters = "\n0123456789saygindo ", HiddenSize = 32, IntermediateSize = 48, Layers = 1, Heads = 2, MaxPositions = 48 },
        Tasks = new() { ["words/reverse"] = new TaskRecipe { Levels = new LevelChoice(1), Demonstrations = 64 } },
        Format = "compact",
        MaxTokens = 8,
        Budget = new BudgetRecipe { Steps = steps },
        Schedule = new ScheduleRecipe { Kind = "sasr", WarmupSteps = 20 },
        Sft = new SftRecipe { BatchSize = 32, LearningRate = 1e-2 },
        Grpo = new GrpoRecipe { Prompts = 4, GroupSize = 4, LearningRate = 1e-3 },
        Validation = new ValidationRecipe { Every = 10, Problems = 8 },
        CheckpointEvery = 10,
    };

    private static Recipe WithCurriculum(int steps)
    {
        Recipe recipe = Small(steps);
        recipe.Tasks = new()
        {
            ["games/length"] = new TaskRecipe { Weight = 3 },
            ["words/reverse"] = new TaskRecipe { Curriculum = new CurriculumRecipe { Gate = 1 } },
        };
        recipe.Demonstrations = 60;
        recipe.Curriculum = new CurriculumRecipe { Gate = 0.5, Window = 12 };
        recipe.Schedule = new ScheduleRecipe { Kind = "sasr", WarmupSteps = 6, Gamma = 4 };
        return recipe;
    }

    private static async Task<(RunFolder Run, TrainingResult Result)> RunAsync(
        FakeArena arena, string path, Recipe recipe, Action<TrainingProgress>? progress = null, CancellationToken ct = default)
    {
        RunFolder run = Directory.Exists(path) ? RunFolder.Open(path) : RunFolder.Create(path, new RecipeFile("r", recipe, "# made by a test\n"));
        return (run, await Trainer.RunAsync(run, recipe, arena.Catalog, progress, ct));
    }

    private static JsonElement[] Metrics(string run) =>
        [.. File.ReadLines(Path.Combine(run, "metrics.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
}
