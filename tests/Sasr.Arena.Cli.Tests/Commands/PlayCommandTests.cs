using System.Text.RegularExpressions;
using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

public class PlayCommandTests
{
    [Test]
    public async Task A_person_types_the_answer_alone_whatever_format_the_domain_asks_of_models()
    {
        using var arena = new SmallArena();
        Outcome wrong = await arena.RunWithInputAsync("9\n", "play", "words/last-letter", "--seed", "3");
        string answer = Regex.Match(wrong.Out, @"Wrong: the answer was (\w)\.").Groups[1].Value;
        Outcome right = await arena.RunWithInputAsync($"{answer}\n", "play", "words/last-letter", "--seed", "3");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong.ExitCode, Is.Zero);
            Assert.That(wrong.Out, Does.Contain($"ends in {answer}"));
            Assert.That(right.ExitCode, Is.Zero);
            Assert.That(right.Out, Does.Contain("Right. reward 1.00"));
        }
    }

    [Test]
    public async Task A_game_goes_on_turn_by_turn()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunWithInputAsync("yes\nyes\n", "play", "games/echo");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(outcome.Out, Does.Contain("say yes").And.Contain("again").And.Contain("well said reward 1.00"));
        }
    }

    [Test]
    public async Task The_end_of_the_input_ends_the_game_politely()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunWithInputAsync("yes\n", "play", "games/echo");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(130));
            Assert.That(outcome.Out, Does.EndWith("Stopped; nothing was scored.\n"));
            Assert.That(outcome.Error, Is.Empty);
        }
    }

    [Test]
    public async Task Several_problems_are_played_one_after_the_other()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunWithInputAsync("9\n9\n", "play", "words/last-letter", "--count", "2", "--seed", "1");
        string[] questions = [.. Regex.Matches(outcome.Out, @"Last letter of \w+").Select(match => match.Value)];
        Assert.That(questions, Has.Length.EqualTo(2).And.Unique);
    }

    [TestCase("words/lst-letter", "did you mean 'words/last-letter'?")]
    [TestCase("games/ecko", "did you mean 'games/echo'?")]
    [TestCase("", "Name what to play; there are games/echo, words/last-letter.")]
    public async Task What_cannot_be_played_is_one_line(string id, string error)
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync(id.Length == 0 ? ["play"] : ["play", id]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain(error));
            Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain("\n"));
        }
    }
}
