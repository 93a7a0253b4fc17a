using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Cli.Tests.Commands;

public class EvalRescoreCommandTests
{
    [Test]
    public async Task The_same_rewards_give_the_same_result_but_for_its_time()
    {
        using SmallArena arena = await EvaluatedAsync();
        Outcome outcome = await arena.RunAsync("eval", "rescore", arena.FileIn("eval.json"), "--json", arena.FileIn("again.json"));
        EvaluationResult before = EvaluationResult.Read(arena.FileIn("eval.json")), after = EvaluationResult.Read(arena.FileIn("again.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That((after with { Seconds = null }).ToJson(), Is.EqualTo((before with { Seconds = null }).ToJson()));
        }
    }

    [Test]
    public async Task A_reward_that_changed_judges_the_recorded_answers_anew()
    {
        using SmallArena arena = await EvaluatedAsync();
        string task = File.ReadAllText(Path.Combine(arena.Root, "tasks/words/last-letter.js"));
        arena.Write("tasks/words/last-letter.js", task.Replace("? 1 : 0", "? 0.5 : 0"));
        Outcome outcome = await arena.RunAsync("eval", "rescore", arena.FileIn("eval.json"), "--json", arena.FileIn("again.json"));
        EvaluationResult after = EvaluationResult.Read(arena.FileIn("again.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That((after.Agent, after.Total.N, after.Total.Correct, after.Environments[0].Version), Is.EqualTo(("oracle", 20, 0, 2)));
            Assert.That(after.Episodes.Select(episode => episode.Components!["answer"]), Is.All.EqualTo(0.5));
        }
    }

    [Test]
    public async Task A_task_that_asks_something_else_now_is_one_line()
    {
        using SmallArena arena = await EvaluatedAsync();
        string task = File.ReadAllText(Path.Combine(arena.Root, "tasks/words/last-letter.js"));
        arena.Write("tasks/words/last-letter.js", task.Replace("Last letter of", "The last letter of"));
        Outcome outcome = await arena.RunAsync("eval", "rescore", arena.FileIn("eval.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith("error: words/last-letter level 1 problem ").And.Contain("asks something else than when it was answered"));
        }
    }

    [Test]
    public async Task Another_version_of_a_task_is_one_line()
    {
        using SmallArena arena = await EvaluatedAsync();
        string task = File.ReadAllText(Path.Combine(arena.Root, "tasks/words/last-letter.js"));
        arena.Write("tasks/words/last-letter.js", task.Replace("version: 2", "version: 3"));
        Outcome outcome = await arena.RunAsync("eval", "rescore", arena.FileIn("eval.json"));
        Assert.That((outcome.ExitCode, outcome.Error), Is.EqualTo(
            (2, $"error: {arena.FileIn("eval.json")}: words/last-letter was version 2 and is version 3 now, whose problems are others: evaluate the agent again.\n")));
    }

    private static async Task<SmallArena> EvaluatedAsync()
    {
        var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync(
            "eval", "--agent", "oracle", "--tasks", "words/*", "--levels", "1-2", "--problems", "10", "--format", "hash-answer", "--json", arena.FileIn("eval.json"));
        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
        return arena;
    }
}
