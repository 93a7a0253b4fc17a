using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Cli.Tests.Commands;

public class TrainCommandTests
{
    private const string Recipe = """
        threads: 1
        model: { hidden_size: 16, intermediate_size: 32, layers: 1, heads: 2, max_positions: 96 }
        tasks:
          words/last-letter: { levels: [1, 2], demonstrations: 20 }
        format: compact
        max_tokens: 24
        budget: { steps: 6 }
        schedule: { kind: static, warmup_steps: 3, sft_share: 0.5 }
        sft: { batch_size: 4 }
        grpo: { prompts: 2, group_size: 2 }
        validation: { every: 3, problems: 4 }
        """;

    [Test]
    public async Task A_run_is_trained_sampled_evaluated_and_reported()
    {
        using SmallArena arena = WithRecipe();
        Outcome train = await arena.RunAsync("train", arena.FileIn("recipe.yaml"), "--run", "one", "--set", "sft.batch_size=3", "--seed", "4");
        string run = arena.FileIn("runs/one");
        Outcome sample = await arena.RunAsync("sample", run, "--count", "2");
        Outcome report = await arena.RunAsync("report", run, "--problems", "5");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(train.ExitCode, Is.Zero, train.Error);
            Assert.That(train.Out, Does.Contain("step     6  100%").And.Contain("Finished after 6 steps"));
            Assert.That(File.ReadAllText(Path.Combine(run, "recipe.yaml")), Does.Contain("batch_size: 3").And.Contain("seed: 4"));
            Assert.That(sample.ExitCode, Is.Zero, sample.Error);
            Assert.That(sample.Out, Does.Contain("words/last-letter level 1").And.Contain("asked: Last letter of").And.Contain("reward"));
            Assert.That(report.ExitCode, Is.Zero, report.Error);
            Assert.That(EvaluationResult.Read(Path.Combine(run, "eval.json")).Total.N, Is.EqualTo(10));
            Assert.That(File.ReadAllText(Path.Combine(run, "report.html")), Does.Contain("Schedule").And.Contain("batch_size: 3"));
        }
    }

    [Test]
    public async Task An_interrupted_run_saves_says_how_to_go_on_and_goes_on()
    {
        using SmallArena arena = WithRecipe();
        using var cancelled = new CancellationTokenSource();
        using var output = new CancellingWriter(cancelled, after: "step     3") { NewLine = "\n" };
        int exitCode = await CommandLine.RunAsync(
            ["train", arena.FileIn("recipe.yaml"), "--run", "two", "--root", arena.Root], new Terminal(TextReader.Null, output, output), cancelled.Token);
        Outcome resumed = await arena.RunAsync("train", "--run", "two", "--resume");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(130));
            Assert.That(output.ToString(), Does.Contain("Stopped after 3 steps and saved: ").And.Contain("--resume"));
            Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
            Assert.That(resumed.Out, Does.Contain("Finished after 6 steps"));
            Assert.That(File.ReadAllLines(arena.FileIn("runs/two/metrics.jsonl")), Has.Length.EqualTo(6));
        }
    }

    [TestCase("", "Name a recipe")]
    [TestCase("nowhere.yaml", "nowhere.yaml: cannot be read")]
    [TestCase("RECIPE --set grpo.group_siz=3", "did you mean 'group_size'?")]
    [TestCase("RECIPE --set grpo", "--set: 'grpo' is not key=value")]
    [TestCase("RECIPE --set sft=[1", "--set: the value of 'sft=[1' is not YAML")]
    [TestCase("--resume", "--resume: name the run with --run NAME.")]
    [TestCase("--resume --run nowhere", "there is no run here")]
    public async Task What_cannot_be_trained_is_one_line_and_leaves_no_run(string arguments, string error)
    {
        using SmallArena arena = WithRecipe();
        string[] words = [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "RECIPE" ? arena.FileIn("recipe.yaml") : word)];
        Outcome outcome = await arena.RunAsync(["train", .. words]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain(error));
            Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain("\n"));
            Assert.That(Directory.Exists(arena.FileIn("runs")), Is.False);
        }
    }

    [Test]
    public async Task A_folder_that_is_no_model_is_one_line()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("sample", arena.FileIn("tasks"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain("there is no model here"));
        }
    }

    private static SmallArena WithRecipe()
    {
        var arena = new SmallArena();
        arena.Write("recipe.yaml", Recipe);
        return arena;
    }

    /// <summary>Cancels once a text has been written.</summary>
    private sealed class CancellingWriter(CancellationTokenSource cancellation, string after) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith(after, StringComparison.Ordinal) == true)
                cancellation.Cancel();
        }
    }
}
