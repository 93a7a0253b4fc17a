using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

public class TasksShowCommandTests
{
    [Test]
    public async Task A_problem_is_shown_with_its_solution_and_answer()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("tasks", "show", "words/last-letter", "--level", "2");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(outcome.Out, Does.Match(@"question: Last letter of \w{4}(\w)\n  solution: \w+ ends in \1\n  answer: \1\n"));
        }
    }

    [Test]
    public async Task The_same_seed_shows_the_same_problems_and_another_others()
    {
        using var arena = new SmallArena();
        string[] show = ["tasks", "show", "words/last-letter", "--count", "3", "--seed"];
        Outcome first = await arena.RunAsync([.. show, "5"]), again = await arena.RunAsync([.. show, "5"]), other = await arena.RunAsync([.. show, "6"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Out, Is.EqualTo(first.Out));
            Assert.That(other.Out, Is.Not.EqualTo(first.Out));
        }
    }

    [Test]
    public async Task An_answer_is_scored()
    {
        using var arena = new SmallArena();
        Outcome shown = await arena.RunAsync("tasks", "show", "words/last-letter");
        string right = shown.Out.TrimEnd()[^1..];
        Outcome scored = await arena.RunAsync("tasks", "show", "words/last-letter", "--answer", right);
        Outcome wrong = await arena.RunAsync("tasks", "show", "words/last-letter", "--answer", "9");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scored.Out, Does.Contain($"score of '{right}': 1.00 (answer 1, format 1)\n  reason: Right."));
            Assert.That(wrong.Out, Does.Contain($"score of '9': 0.00 (answer 0, format 1)\n  reason: Wrong: the answer was {right}."));
        }
    }

    [Test]
    public async Task Of_a_game_a_worked_line_of_play_is_shown()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("tasks", "show", "games/echo");
        Assert.That(outcome.Out, Does.Contain("asked: again").And.Contain("well said reward 1.00"));
    }

    [TestCase("words/last-leter", "There is no task 'words/last-leter'; did you mean 'words/last-letter'?")]
    [TestCase("words/last-letter --level 4", "words/last-letter has no level 4: its levels are 1 to 3.")]
    [TestCase("games/echo --answer yes", "--answer: games/echo is a game of many turns; play it with 'arena play games/echo'.")]
    public async Task What_does_not_exist_is_one_line(string arguments, string error)
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync(["tasks", "show", .. arguments.Split(' ')]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Is.EqualTo($"error: {error}\n"));
        }
    }
}
