using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

public class TransferCommandTests
{
    private const string Base = """
        base:
          device: cpu
          threads: 1
          model: { hidden_size: 16, intermediate_size: 32, layers: 1, heads: 2, max_positions: 96 }
          format: compact
          max_tokens: 16
          demonstrations: 20
          budget: { work: 0.1 }
          schedule: { warmup_steps: 2 }
          sft: { batch_size: 4 }
          grpo: { prompts: 2, group_size: 2 }
          validation: { every: 0 }
          checkpoint_every: 5
        problems: 5
        harder_levels: 1
        """;

    private const string Study = Base + """

        sources:
          letters: { words/last-letter: { levels: 1 } }
          saying: { games/echo: {} }
        methods: [sft, sasr]
        seeds: [3]
        warmup: { steps: 4 }
        """;

    [Test]
    public async Task Cut_off_in_the_middle_and_called_again_it_ends_in_the_same_bytes()
    {
        using SmallArena whole = With(Study), cut = With(Study);
        Outcome atOnce = await RunAsync(whole);

        using var cancelled = new CancellationTokenSource();
        Task<Outcome> running = Task.Run(() => Shell.RunAsync("", ["transfer", cut.FileIn("study.yaml"), "--root", cut.Root], cancelled.Token));
        while (!running.IsCompleted && Lines(cut, "letters/sasr-seed-3") < 4)
            await Task.Delay(1);
        await cancelled.CancelAsync();
        Outcome stopped = await running;
        string finished = cut.FileIn("runs/study/trainings/letters/sft-seed-3/timings.jsonl");
        DateTime trained = File.GetLastWriteTimeUtc(finished);
        Outcome resumed = await RunAsync(cut);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(atOnce.ExitCode, Is.Zero, atOnce.Error);
            Assert.That(stopped.ExitCode, Is.EqualTo(130), stopped.Error);
            Assert.That(stopped.Error, Does.Contain("The same command goes on where it was."));
            Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
            Assert.That(resumed.Error, Does.Contain("[1/4] letters by sft, seed 3").And.Contain("(was done)"));
            Assert.That(File.GetLastWriteTimeUtc(finished), Is.EqualTo(trained));
            Assert.That(Tables(resumed), Is.EqualTo(Tables(atOnce)));
            foreach (string file in new[] { "result.json", "heatmap.html", "trainings/letters/sasr-seed-3/metrics.jsonl" })
                Assert.That(File.ReadAllBytes(cut.FileIn($"runs/study/{file}")), Is.EqualTo(File.ReadAllBytes(whole.FileIn($"runs/study/{file}"))), file);
        }
    }

    [Test]
    public async Task It_prints_matrices_summary_and_differences_within_80_columns()
    {
        using SmallArena arena = With(Study);
        Outcome outcome = await RunAsync(arena, "--json", arena.FileIn("out.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That(outcome.Error, Does.Contain("2 sources x 2 methods x 1 seed: 4 trainings of 0.1 units of work, the same for every method."));
            Assert.That(outcome.Error, Does.Contain("Targets: 3, 15 problems"));
            Assert.That(outcome.Out, Does.Contain("words/last-letter 1").And.Contain("words/last-letter 2").And.Contain("games/echo 1"));
            Assert.That(outcome.Out, Does.Contain("one seed").And.Contain("far: other domains").And.Contain("sasr minus the others, over 2 pairs"));
            Assert.That(outcome.Out.Split('\n').Where(line => !line.StartsWith("Heat map", StringComparison.Ordinal)).Max(line => line.Length), Is.LessThanOrEqualTo(80));
            Assert.That(File.ReadAllText(arena.FileIn("out.json")), Is.EqualTo(File.ReadAllText(arena.FileIn("runs/study/result.json"))));
            Assert.That(File.ReadAllText(arena.FileIn("runs/study/trainings/saying/sasr-seed-3/recipe.yaml")), Does.Contain("from: runs/study/start/seed-3"));
        }
    }

    [Test]
    public async Task A_study_that_grew_trains_what_is_new_alone_and_one_with_another_recipe_is_refused()
    {
        const string Small = Base + """

            sources: { saying: { games/echo: {} } }
            methods: [sft]
            seeds: [1]
            """;
        using SmallArena arena = With(Small);
        Outcome first = await RunAsync(arena);
        arena.Write("study.yaml", Small.Replace("methods: [sft]", "methods: [sft, grpo]").Replace("problems: 5", "problems: 6"));
        Outcome grown = await RunAsync(arena, "--json", "-");
        arena.Write("study.yaml", Small.Replace("batch_size: 4", "batch_size: 3"));
        Outcome other = await RunAsync(arena);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.Error);
            Assert.That(first.Error, Does.Contain("Start: the untrained model of each seed."));
            Assert.That(grown.ExitCode, Is.Zero, grown.Error);
            Assert.That(grown.Out, Does.StartWith("{").And.Contain("\"method\": \"grpo\""));
            Assert.That(File.ReadAllLines(arena.FileIn("runs/study/trainings/saying/sft-seed-1/metrics.jsonl")), Is.Not.Empty);
            Assert.That(other.ExitCode, Is.EqualTo(2));
            Assert.That(other.Error, Does.Contain("saying/sft-seed-1: was trained by another recipe than the study's"));
        }
    }

    [Test]
    public async Task A_model_that_is_named_is_where_all_seeds_start()
    {
        using SmallArena arena = With(Base + """

            sources: { saying: { games/echo: {} } }
            methods: [sft]
            seeds: [1]
            """);
        _ = await RunAsync(arena);
        arena.Write("study.yaml", File.ReadAllText(arena.FileIn("study.yaml")).Replace("seeds: [1]", "seeds: [1, 2]\nstart: runs/study/start/seed-1"));
        Outcome outcome = await RunAsync(arena, "--run", "named");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That(outcome.Error, Does.Contain("Start: runs/study/start/seed-1."));
            Assert.That(Directory.EnumerateFileSystemEntries(arena.FileIn("runs/named/start")).Select(Path.GetFileName), Is.EqualTo(new[] { "targets.json" }));
        }
    }

    [TestCase("seeds: [3]", "seeds: []", "study.yaml: seeds: there are none")]
    [TestCase("seeds: [3]", "seeds: [3, 3]", "study.yaml: seeds: each stands once")]
    [TestCase("seeds: [3]", "sedes: [3]", "study.yaml(20,1): there is no key 'sedes'; did you mean 'seeds'?")]
    [TestCase("[sft, sasr]", "[sft, sars]", "study.yaml: methods: schedule.kind: there is no schedule 'sars'; did you mean 'sasr'?")]
    [TestCase("saying: {", "Saying it: {", "study.yaml: sources: 'Saying it' is no name of a folder")]
    [TestCase("games/echo", "games/ecco", "study.yaml(18,13): games/ecco: There is no task or game 'games/ecco'; did you mean 'games/echo'?")]
    [TestCase("levels: 1 }", "levels: 9 }", "study.yaml(17,14): words/last-letter: levels: words/last-letter has no level 9")]
    [TestCase("{ games/echo: {} }", "{ games/echo: 0 }", "study.yaml: sources: saying: tasks: at least one weight must be above 0.")]
    [TestCase("budget: { work: 0.1 }", "budget: { steps: 4 }", "study.yaml: base.budget: give work, and no steps")]
    [TestCase("threads: 1", "seed: 1", "study.yaml(3,3): base: seed: the study's seeds stand under 'seeds'.")]
    [TestCase("warmup_steps: 2", "kind: sft", "study.yaml(9,21): base: schedule.kind: the kinds of schedule stand under 'methods'.")]
    [TestCase("warmup_steps: 2", "warmup_steps: 0", "study.yaml: sources.letters by sasr: schedule.warmup_steps: sasr needs at least 1")]
    [TestCase("group_size: 2", "group_sise: 2", "study.yaml(11,23): there is no key 'group_sise'; did you mean 'group_size'?")]
    [TestCase("warmup: { steps: 4 }", "warmup: {}", "study.yaml: warmup: give work or steps.")]
    [TestCase("warmup: { steps: 4 }", "recipe: nowhere.yaml", "nowhere.yaml: cannot be read")]
    [TestCase("warmup: { steps: 4 }", "start: models/nowhere", "study.yaml: start: ")]
    [TestCase("warmup: { steps: 4 }", "targets: { words/*: { weight: 2 } }", "weight: a suite counts every problem once")]
    public async Task What_a_study_says_wrong_is_one_line_with_its_place_and_begins_nothing(string right, string wrong, string error)
    {
        Assume.That(Study, Does.Contain(right));
        using SmallArena arena = With(Study.Replace(right, wrong));
        Outcome outcome = await RunAsync(arena);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain(error));
            Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain("\n"));
            Assert.That(Directory.Exists(arena.FileIn("runs")), Is.False);
        }
    }

    [TestCase("base: recipes/quickstart.yaml", "(1,7): base: keys of a recipe stand here")]
    [TestCase("sources: [games/echo]", "(1,10): sources: names stand here with their tasks")]
    [TestCase("methods: sft", "(1,10): methods: a list stands here")]
    [TestCase("seeds:", "(1,7): seeds: a list stands here")]
    [TestCase("warmup: 30", "(1,9): warmup: a mapping stands here")]
    [TestCase("sources: { a: games/echo }", "(1,15): tasks stand here as a mapping")]
    [TestCase("sources: { a: {}", "study.yaml(")]
    [TestCase("", "sources: there are none")]
    public async Task A_value_of_another_kind_is_told_what_stands_there(string study, string error)
    {
        using SmallArena arena = With(study);
        Outcome outcome = await RunAsync(arena);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.Contain("study.yaml").And.Contain(error).And.Not.Contain("System."));
            Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain("\n"));
        }
    }

    [Test]
    public async Task A_folder_that_holds_something_else_is_left_alone()
    {
        using SmallArena arena = With(Study);
        arena.Write("runs/study/recipe.yaml", "seed: 1");
        Outcome outcome = await RunAsync(arena);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.Contain("there is something else than a study of transfer here"));
        }
    }

    private static SmallArena With(string study)
    {
        var arena = new SmallArena();
        arena.Write("study.yaml", study);
        return arena;
    }

    private static Task<Outcome> RunAsync(SmallArena arena, params string[] more) => arena.RunAsync(["transfer", arena.FileIn("study.yaml"), .. more]);

    private static string Tables(Outcome outcome) => outcome.Out[..outcome.Out.IndexOf("Heat map", StringComparison.Ordinal)];

    private static int Lines(SmallArena arena, string training)
    {
        string path = arena.FileIn($"runs/study/trainings/{training}/metrics.jsonl");
        return File.Exists(path) ? File.ReadAllLines(path).Length : 0;
    }
}
