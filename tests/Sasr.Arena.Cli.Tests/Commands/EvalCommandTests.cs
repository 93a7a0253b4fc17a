using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Cli.Tests.Commands;

public class EvalCommandTests
{
    [Test]
    public async Task The_oracle_is_right_everywhere_and_the_table_says_how_sure_that_is()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("eval", "--agent", "oracle", "--problems", "20");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            // Wilson's interval of 20 in 20: Newcombe's 0/20 (0 to 0.1611), mirrored.
            Assert.That(outcome.Out, Does.Match(@"level 2 +20 +100\.0 % \[83\.9, 100\.0\]"));
            Assert.That(outcome.Out, Does.Contain("games/echo").And.Contain("all"));
        }
    }

    [Test]
    public async Task The_result_is_written_as_json()
    {
        using var arena = new SmallArena();
        string file = arena.FileIn("out/eval.json");
        Outcome outcome = await arena.RunAsync(
            "eval", "--agent", "oracle", "--tasks", "words/*", "--levels", "1,3", "--problems", "5", "--seed", "9", "--json", file);
        EvaluationResult result = EvaluationResult.Read(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(result.Seed, Is.EqualTo(9));
            Assert.That(result.Environments.Single().Version, Is.EqualTo(2));
            Assert.That(result.Environments.Single().Levels.Select(level => (level.Level, level.Score.Correct)), Is.EqualTo(new[] { (1, 5), (3, 5) }));
        }
    }

    [Test]
    public async Task Tasks_that_cannot_be_scored_end_in_3()
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/failing.js", """
            // fails when it scores.
            task({ version: 1, levels: 1, tags: ['words'] });
            function generate(rng, level) { return { question: 'say ' + rng.integer(0, 99999), answer: 'a', solution: 's' }; }
            function score(problem, answer) { throw new Error('a bug in the task'); }
            """);
        Outcome outcome = await arena.RunAsync("eval", "--agent", "oracle", "--tasks", "words/failing", "--problems", "5");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(3));
            Assert.That(outcome.Error, Does.StartWith("error: 5 of 5 episodes could not be scored").And.Contain("a bug in the task").And.Contain("failing.js"));
        }
    }

    [Test]
    public async Task A_suite_says_what_is_asked()
    {
        using var arena = new SmallArena();
        arena.Write("suites/mine.yaml", "seed: 4\nproblems: 3\nsamples: 2\ntasks: { words/*: { levels: [2] } }");
        string file = arena.FileIn("eval.json");
        Outcome outcome = await arena.RunAsync("eval", "--agent", "oracle", "--suite", Path.Combine(arena.Root, "suites/mine.yaml"), "--json", file);
        EvaluationResult result = EvaluationResult.Read(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That((result.Suite, result.Seed, result.Samples), Is.EqualTo(("mine", 4UL, 2)));
            Assert.That(result.Episodes.Select(episode => (episode.Level, episode.Index, episode.Sample)), Is.EqualTo(new[] { (2, 0, 0), (2, 0, 1), (2, 1, 0), (2, 1, 1), (2, 2, 0), (2, 2, 1) }));
        }
    }

    [Test]
    public async Task What_a_suite_says_is_not_said_twice()
    {
        using var arena = new SmallArena();
        arena.Write("suites/mine.yaml", "tasks: { words/*: {} }");
        Outcome outcome = await arena.RunAsync("eval", "--agent", "oracle", "--suite", Path.Combine(arena.Root, "suites/mine.yaml"), "--seed", "2");
        Assert.That((outcome.ExitCode, outcome.Error.Split('\n')[0]), Is.EqualTo(
            (2, "error: --suite and --seed exclude each other: the suite says it already. Change the suite, or leave one of them out.")));
    }

    /// <summary>The shipped suite that needs no data and no model that reads English.</summary>
    [Test]
    public async Task The_oracle_is_right_in_the_whole_smoke_suite()
    {
        string file = Path.Combine(Path.GetTempPath(), $"arena-smoke-{Guid.NewGuid():N}.json");
        try
        {
            Outcome outcome = await Shell.RunAsync("", ["eval", "--agent", "oracle", "--suite", Path.Combine(Workspace.FindRoot(), "suites", "smoke.yaml"), "--root", Workspace.FindRoot(), "--json", file]);
            EvaluationResult result = EvaluationResult.Read(file);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
                Assert.That((result.Total.N, result.Total.Correct, result.Total.Unscored), Is.EqualTo((700, 700, 0)));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("--agent orcle", "There is no agent 'orcle': it is oracle, random, openai:MODEL, script:FILE, or the folder of a model or of a run.")]
    [TestCase("--agent oracle --tasks word/*", "There is no task or game 'word/*'")]
    [TestCase("--agent oracle --levels 9", "games/echo has no level 9: its levels are 1 to 1.")]
    [TestCase("--agent oracle --format tag", "format: 'tag' is no answer format")]
    public async Task What_cannot_be_evaluated_is_one_line(string arguments, string error)
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync(["eval", .. arguments.Split(' ')]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith($"error: {error}"));
            Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain("\n"));
        }
    }

    [TestCase("--json")]
    [TestCase("--markdown")]
    public async Task A_file_that_cannot_be_written_is_known_before_anything_is_asked(string option)
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/failing.js", "task({ version: 1, levels: 1, tags: [] }); function generate() { throw new Error('asked'); }");
        Outcome outcome = await arena.RunAsync("eval", "--agent", "oracle", "--tasks", "words/failing", option, arena.FileIn("tasks"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith($"error: {arena.FileIn("tasks")}: cannot be written: "));
        }
    }

    [Test]
    public async Task A_cancelled_evaluation_ends_in_130()
    {
        using var arena = new SmallArena();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Outcome outcome = await Shell.RunAsync("", ["eval", "--agent", "oracle", "--root", arena.Root], cancelled.Token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(130));
            Assert.That(outcome.Error, Is.EqualTo("Interrupted.\n"));
        }
    }
}
