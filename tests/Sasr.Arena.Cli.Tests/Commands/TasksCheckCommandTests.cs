using System.Text.Json;
using System.Text.RegularExpressions;
using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

[Parallelizable]
public class TasksCheckCommandTests
{
    private static readonly string[] Quick = ["--problems", "100"];

    [Test]
    public async Task What_is_wrong_and_where_stands_under_the_task()
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/throws.js", """
            // say a word.
            task({ version: 1, levels: 4, tags: ['words'] });
            function generate(rng, level) {
              var word = 'w' + rng.integer(1, 100000);
              return { question: 'Say the word ' + word, answer: 'said', solution: 'So it is said' };
            }
            function score(problem, answer) {
              return answer.missing.length;
            }
            """);
        Outcome outcome = await arena.RunAsync(["tasks", "check", .. Quick]);
        string words = Regex.Replace(outcome.Out, @"\s+", " ");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(1));
            Assert.That(outcome.Out, Does.Match(@"(?m)^FAIL +words/last-letter +3 levels .* s$"));
            Assert.That(outcome.Out, Does.Contain("script: the task has 3 levels; give it at least 4"));
            Assert.That(words, Does.Match(@"throws\.js\(8,\d+\): "));
            Assert.That(words, Does.Contain("throws.js, level 1, test split, seed 1, problem 1 question: Say the word w"));
            Assert.That(outcome.Out, Does.EndWith("2 of 2 tasks failed.\n"));
            Assert.That(outcome.Out.Split('\n').Where(line => !line.Contains('/')).Select(line => line.Length), Is.All.LessThanOrEqualTo(80));
            Assert.That(outcome.Error, Is.Empty, "no progress where nobody watches");
        }
    }

    [Test]
    public async Task The_reports_are_there_as_json()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync(["tasks", "check", "words/*", "--json", .. Quick]);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement report = document.RootElement[0], finding = report.GetProperty("findings")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(1));
            Assert.That(report.GetProperty("task").GetString(), Is.EqualTo("words/last-letter"));
            Assert.That(report.GetProperty("passed").GetBoolean(), Is.False);
            Assert.That(finding.GetProperty("check").GetString(), Is.EqualTo("script"));
            Assert.That(finding.GetProperty("message").GetString(), Does.Contain("3 levels"));
        }
    }

    [Test]
    public async Task A_script_that_does_not_compile_fails_with_its_place_and_the_others_are_checked()
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/broken.js", "task({ version: 1,");
        Outcome outcome = await arena.RunAsync(["tasks", "check", .. Quick]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(1));
            Assert.That(outcome.Out.ReplaceLineEndings(" "), Does.Match(@"FAIL +words/broken .* script: +\S*broken\.js\(1,\d+\): "));
            Assert.That(outcome.Out, Does.Contain("words/last-letter"));
        }
    }

    [TestCase("words/last-leter", "There is no task or game 'words/last-leter'; did you mean 'words/last-letter'?")]
    [TestCase("games/echo", "games/echo is a game; only tasks are meant here.")]
    [TestCase("words/last-letter --problems 5", "--problems: the statistics need at least 100.")]
    public async Task A_wrong_command_line_ends_with_2(string arguments, string error)
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync(["tasks", "check", .. arguments.Split(' ')]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith($"error: {error}"));
        }
    }
}
