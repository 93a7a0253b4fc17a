using System.Text.Json;
using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

public class TasksListCommandTests
{
    [Test]
    public async Task Tasks_and_games_are_listed_in_80_columns()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("tasks", "list");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(outcome.Out, Does.Contain("words/last-letter").And.Contain("games/echo").And.Contain("the last letter of a word."));
            Assert.That(outcome.Out.Split('\n').Select(line => line.Length), Is.All.LessThanOrEqualTo(80));
        }
    }

    [Test]
    public async Task A_tag_or_a_pattern_chooses()
    {
        using var arena = new SmallArena();
        Outcome tagged = await arena.RunAsync("tasks", "list", "--tag", "words"), matched = await arena.RunAsync("tasks", "list", "games/*");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tagged.Out, Does.Contain("words/last-letter").And.Not.Contain("games/echo"));
            Assert.That(matched.Out, Does.Contain("games/echo").And.Not.Contain("words/last-letter"));
        }
    }

    [Test]
    public async Task A_domain_or_a_level_chooses()
    {
        using var arena = new SmallArena();
        Outcome domain = await arena.RunAsync("tasks", "list", "--domain", "words"), level = await arena.RunAsync("tasks", "list", "--level", "3");
        Outcome levels = await arena.RunAsync("tasks", "list", "--levels", "1-4"), unknown = await arena.RunAsync("tasks", "list", "--domain", "wrds");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(domain.Out, Does.Contain("words/last-letter").And.Not.Contain("games/echo"));
            Assert.That(level.Out, Does.Contain("words/last-letter").And.Not.Contain("games/echo"));
            Assert.That(levels.Out, Does.Not.Contain("words/last-letter").And.Not.Contain("games/echo"));
            Assert.That(unknown.Error, Is.EqualTo("error: There is no domain 'wrds'; did you mean 'words'?\n"));
        }
    }

    [Test]
    public async Task The_list_is_there_as_json()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("tasks", "list", "words/*", "--json");
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement task = document.RootElement[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(task.GetProperty("id").GetString(), Is.EqualTo("words/last-letter"));
            Assert.That(task.GetProperty("version").GetInt32(), Is.EqualTo(2));
            Assert.That(task.GetProperty("levels").GetInt32(), Is.EqualTo(3));
            Assert.That(task.GetProperty("max_turns").GetInt32(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_script_that_does_not_compile_is_named_and_the_others_are_listed()
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/broken.js", "task({ version: 1,");
        Outcome outcome = await arena.RunAsync("tasks", "list");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Out, Does.Contain("words/last-letter"));
            Assert.That(outcome.Error, Does.Match(@"^error: \S*broken\.js\(1,\d+\): ").And.Not.Contain("   at "));
        }
    }

    [Test]
    public async Task An_unknown_tag_is_answered_with_those_that_there_are()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("tasks", "list", "--tag", "word");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Is.EqualTo("error: There is no tag 'word'; did you mean 'words'?\n"));
        }
    }

    [Test]
    public async Task A_folder_without_tasks_is_refused()
    {
        using var arena = new SmallArena();
        Outcome outcome = await Shell.RunAsync("tasks", "list", "--root", arena.FileIn("environments"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.Contain("there is no folder tasks/ here").And.Contain("--root"));
        }
    }
}
