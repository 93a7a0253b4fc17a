using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

public class ReportCommandTests
{
    [Test]
    public async Task An_evaluation_is_reported_beside_its_file_or_where_one_says()
    {
        using var arena = new SmallArena();
        string file = arena.FileIn("one.json"), other = arena.FileIn("other.html");
        Outcome eval = await arena.RunAsync("eval", "--agent", "oracle", "--tasks", "words/last-letter", "--problems", "3", "--json", file);
        Outcome report = await arena.RunAsync("report", file);
        Outcome elsewhere = await arena.RunAsync("report", file, "--output", other);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(eval.ExitCode, Is.Zero, eval.Error);
            Assert.That(report.ExitCode, Is.Zero, report.Error);
            Assert.That(report.Out, Does.StartWith("Written to ").And.Contain("one.html"));
            Assert.That(File.ReadAllText(arena.FileIn("one.html")), Does.Contain("<h1>oracle</h1>").And.Contain("words/last-letter"));
            Assert.That(elsewhere.ExitCode, Is.Zero, elsewhere.Error);
            Assert.That(File.ReadAllBytes(other), Is.EqualTo(File.ReadAllBytes(arena.FileIn("one.html"))));
        }
    }

    [Test]
    public async Task What_cannot_be_reported_is_an_input_error_of_one_line()
    {
        using var arena = new SmallArena();
        string broken = arena.FileIn("broken.json");
        await File.WriteAllTextAsync(broken, "{}");
        Outcome[] outcomes =
        [
            await arena.RunAsync("report", broken),
            await arena.RunAsync("report", arena.FileIn("missing.json")),
            await arena.RunAsync("report", broken, "--problems", "5"),
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.Select(outcome => outcome.ExitCode), Is.All.EqualTo(2));
            Assert.That(outcomes.Select(outcome => outcome.Error.TrimEnd().Split('\n').Length), Is.All.EqualTo(1));
            Assert.That(outcomes[0].Error, Does.Contain("broken.json: not an evaluation"));
            Assert.That(outcomes[1].Error, Does.Contain("missing.json"));
            Assert.That(outcomes[2].Error, Does.Contain("--problems"));
        }
    }
}
