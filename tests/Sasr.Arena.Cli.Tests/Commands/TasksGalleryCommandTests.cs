using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

public class TasksGalleryCommandTests
{
    [Test]
    public async Task The_catalogue_has_an_example_of_each_task()
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/fenced.js", """
            // say what a fence is.
            task({ version: 1, levels: 1, tags: ['fences', 'words'] });
            function generate(rng, level) {
              var n = rng.integer(1, 1000);
              return { question: 'What is ```js ' + n + '?', answer: 'a fence', solution: 'It is a fence' };
            }
            function score(problem, answer) { return answer === problem.answer; }
            """);
        Outcome outcome = await arena.RunAsync("tasks", "gallery");
        string page = await File.ReadAllTextAsync(arena.FileIn("docs/tasks.md"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That(page, Does.Contain("2 tasks, each with one problem"));
            Assert.That(page, Does.Contain("- [words](#words) (2): [fenced](#wordsfenced), [last-letter](#wordslast-letter)\n"));
            Assert.That(page, Does.Contain("### words/last-letter\n\nThe last letter of a word. 3 levels; words; judged by its own rules; [script](../tasks/words/last-letter.js)."));
            Assert.That(page, Does.Match(@"Level 2:\n\n```text\nLast letter of \w{4}(\w)\n```\n\nWorked solution:\n\n```text\n\w+ ends in \1\n```\n\nAnswer:\n\n```text\n\1\n```\n"));
            Assert.That(page, Does.Match("````text\nWhat is ```js \\d+\\?\n````"), "a fence in the text does not end the example");
        }
    }

    [Test]
    public async Task A_check_tells_a_stale_page_from_a_fresh_one()
    {
        using var arena = new SmallArena();
        Outcome missing = await arena.RunAsync("tasks", "gallery", "--check");
        await arena.RunAsync("tasks", "gallery");
        Outcome fresh = await arena.RunAsync("tasks", "gallery", "--check");
        string script = arena.FileIn("tasks/words/last-letter.js");
        await File.WriteAllTextAsync(script, (await File.ReadAllTextAsync(script)).Replace("ends in", "ends with", StringComparison.Ordinal));
        Outcome stale = await arena.RunAsync("tasks", "gallery", "--check");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((missing.ExitCode, fresh.ExitCode, stale.ExitCode), Is.EqualTo((1, 0, 1)));
            Assert.That(stale.Error, Does.Match(@"tasks\.md is stale: .*'arena tasks gallery'"));
            Assert.That(fresh.Error, Is.Empty);
        }
    }
}
