using System.Text.Json;
using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

public class TasksStatsCommandTests
{
    [Test]
    public async Task Lengths_answers_and_space_are_measured()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("tasks", "stats", "--json", "--levels", "--problems", "300");
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement all = document.RootElement[0], second = document.RootElement[2];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(document.RootElement.GetArrayLength(), Is.EqualTo(4));
            Assert.That(all.GetProperty("level").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(all.GetProperty("problems").GetInt32(), Is.EqualTo(900));
            Assert.That(second.GetProperty("question").GetProperty("mean").GetDouble(), Is.EqualTo("Last letter of abcde".Length));
            Assert.That(second.GetProperty("answer").GetProperty("max").GetInt32(), Is.EqualTo(1));
            Assert.That(second.GetProperty("answer_bits").GetDouble(), Is.InRange(4.4, Math.Log2(26)));
            Assert.That(second.GetProperty("commonest_share").GetDouble(), Is.InRange(1 / 26.0, 0.12));
        }
    }

    [Test]
    public async Task A_guess_that_pays_is_warned_of_and_the_table_fits_80_columns()
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/mostly.js", """
            // say whether a number is large.
            task({ version: 1, levels: 1, tags: ['words'] });
            function generate(rng, level) {
              var n = rng.integer(1, 1000), answer = n > 400 ? 'large' : 'small';
              return { question: 'Is ' + n + ' large?', answer: answer, solution: n + ' is ' + answer };
            }
            function score(problem, answer) { return answer === problem.answer; }
            """);
        Outcome outcome = await arena.RunAsync("tasks", "stats", "--levels");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Out, Does.Match(@"warning: words/mostly: always answering 'large' is right on [56]\d ?% of a level's problems\."));
            Assert.That(outcome.Out, Does.Not.Contain("warning: words/last-letter"));
            Assert.That(outcome.Out, Does.Match(@"(?m)^words/mostly .* ~1?\d{3}$"));
            Assert.That(outcome.Out.Split('\n').Where(line => !line.StartsWith("warning")).Select(line => line.Length), Is.All.LessThanOrEqualTo(80));
        }
    }

    [TestCase()]
    [TestCase("--bench", "--seconds", "0.1")]
    public async Task A_task_that_fails_is_named_and_the_others_are_measured(params string[] options)
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/broken.js", "// broken.\ntask({ version: 1, levels: 1, tags: ['x'] });\nfunction generate() { throw new Error('a bug'); }\nfunction score() { return 0; }");
        Outcome outcome = await arena.RunAsync(["tasks", "stats", .. options]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(3));
            Assert.That(outcome.Out, Does.Contain("words/last-letter"));
            Assert.That(outcome.Error, Does.Contain("not measured: words/broken: ").And.Contain("a bug").And.Contain("error: 1 of 2 tasks could not be measured: words/broken."));
        }
    }

    [Test]
    public async Task Rates_end_with_their_median()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("tasks", "stats", "--bench", "--seconds", "0.1");
        string[] lines = outcome.Out.TrimEnd().Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.EqualTo(3));
            Assert.That(lines[1], Does.Match(@"^words/last-letter +[\d,]+ +[\d,]+$"));
            Assert.That(lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..], Is.EqualTo(lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]));
            Assert.That(lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(rate => int.Parse(rate, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)), Is.All.GreaterThan(10));
        }
    }
}
