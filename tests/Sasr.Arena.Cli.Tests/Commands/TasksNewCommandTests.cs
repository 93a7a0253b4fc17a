using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

[Parallelizable]
public class TasksNewCommandTests
{
    [TestCase("csharp", "csx")]
    [TestCase("javascript", "js")]
    public async Task What_it_writes_passes_its_check(string language, string extension)
    {
        using var arena = new LibraryArena();
        Outcome written = await arena.RunAsync("tasks", "new", "math/my-own", "--language", language);
        Outcome check = await arena.RunAsync("tasks", "check", "math/my-own", "--problems", "100");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(written.ExitCode, Is.Zero, written.Error);
            Assert.That(written.Out, Does.Contain($"my-own.{extension} is a task that works").And.Contain("arena tasks check math/my-own"));
            Assert.That(File.ReadAllText(arena.FileIn($"tasks/math/my-own.{extension}")), Does.StartWith($"// tasks/math/my-own.{extension}: "));
            Assert.That(check.Out, Does.Match(@"^ok +math/my-own +5 levels +[0-9.]+ s\n1 tasks? checked, all is well\.\n$"), check.Error);
            Assert.That(check.ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task Both_languages_draw_the_same_problems()
    {
        using var arena = new LibraryArena();
        var shown = new List<string>();
        foreach (string language in new[] { "csharp", "javascript" })
        {
            await arena.RunAsync("tasks", "new", "math/my-own", "--language", language);
            shown.Add((await arena.RunAsync("tasks", "show", "math/my-own", "--level", "4", "--count", "20")).Out);
            File.Delete(arena.FileIn($"tasks/math/my-own.{(language == "csharp" ? "csx" : "js")}"));
        }
        Assert.That(shown[1], Is.EqualTo(shown[0]).And.Contains("Begin with"));
    }

    [Test]
    public async Task A_task_that_exists_is_not_overwritten_in_either_language()
    {
        using var arena = new LibraryArena();
        arena.Write("tasks/math/mine.js", "mine");
        Outcome outcome = await arena.RunAsync("tasks", "new", "math/mine", "--language", "csharp");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.Match(@"^error: \S*mine\.js exists already; "));
            Assert.That(File.ReadAllText(arena.FileIn("tasks/math/mine.js")), Is.EqualTo("mine"));
            Assert.That(File.Exists(arena.FileIn("tasks/math/mine.csx")), Is.False);
        }
    }

    [TestCase("mine", "'mine' is no id of a task")]
    [TestCase("../mine", "'../mine' is no id of a task")]
    [TestCase("Math/Mine", "'Math/Mine' is no id of a task")]
    [TestCase("maths/mine", "There is no domain 'maths'; did you mean 'math'? A new one needs environments/maths/environment.yaml.")]
    public async Task An_id_that_cannot_be_is_refused(string id, string error)
    {
        using var arena = new LibraryArena();
        Outcome outcome = await arena.RunAsync("tasks", "new", id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith($"error: {error}"));
        }
    }
}
