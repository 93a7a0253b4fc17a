using System.Text.Json;
using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Cli.Tests.Commands;

public class TasksExportCommandTests
{
    [Test]
    public async Task A_line_has_the_problem_and_the_conversation_that_other_trainers_read()
    {
        using var arena = new SmallArena();
        arena.Write("environments/words/environment.yaml", "format: think-answer\ninstructions: Think first.\n");
        string file = arena.FileIn("out/words.jsonl");
        Outcome outcome = await arena.RunAsync("tasks", "export", "words/*", "--split", "test", "--count", "5", "--levels", "2-3", "--seed", "4", "--output", file);
        JsonElement[] lines = [.. File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That(outcome.Out, Is.EqualTo($"10 problems written to {file}.\n"));
            Assert.That(lines.Select(line => line.GetProperty("level").GetInt32()), Is.EqualTo(new[] { 2, 2, 2, 2, 2, 3, 3, 3, 3, 3 }));
            Assert.That(Directory.GetFiles(arena.FileIn("out")), Has.Length.EqualTo(1), "nothing unfinished is left");
        }
        foreach (JsonElement line in lines)
        {
            string question = line.GetProperty("question").GetString()!, answer = line.GetProperty("answer").GetString()!;
            JsonElement[] messages = [.. line.GetProperty("messages").EnumerateArray()];
            using (Assert.EnterMultipleScope())
            {
                Assert.That(Splits.Of(question), Is.EqualTo(Split.Test));
                Assert.That(line.GetProperty("split").GetString(), Is.EqualTo("test"));
                Assert.That(line.GetProperty("task").GetString(), Is.EqualTo("words/last-letter"));
                Assert.That(line.GetProperty("version").GetInt32(), Is.EqualTo(2));
                Assert.That(line.TryGetProperty("data", out _), Is.False);
                Assert.That(messages.Select(message => message.GetProperty("role").GetString()), Is.EqualTo(new[] { "system", "user", "assistant" }));
                Assert.That(messages[0].GetProperty("content").GetString(), Is.EqualTo("Think first."));
                Assert.That(messages[1].GetProperty("content").GetString(), Is.EqualTo(question));
                Assert.That(messages[2].GetProperty("content").GetString(), Is.EqualTo($"<think>{line.GetProperty("solution").GetString()}</think><answer>{answer}</answer>"));
            }
        }
    }

    [Test]
    public async Task Without_a_file_the_lines_are_printed_and_the_same_seed_prints_the_same()
    {
        using var arena = new SmallArena();
        Outcome first = await arena.RunAsync("tasks", "export", "--count", "3", "--levels", "1"), again = await arena.RunAsync("tasks", "export", "--count", "3", "--levels", "1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Out.TrimEnd().Split('\n'), Has.Length.EqualTo(3));
            Assert.That(again.Out, Is.EqualTo(first.Out));
        }
    }

    [Test]
    public async Task A_file_is_written_whole_or_not_at_all()
    {
        using var arena = new SmallArena();
        string file = arena.FileIn("out.jsonl");
        await File.WriteAllTextAsync(file, "before");
        arena.Write("tasks/words/zz-throws.js", """
            // fail on the last task.
            task({ version: 1, levels: 1, tags: ['words'] });
            function generate(rng, level) { throw new Error('no'); }
            function score(problem, answer) { return 0; }
            """);
        Outcome outcome = await arena.RunAsync("tasks", "export", "--output", file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(3));
            Assert.That(outcome.Error, Does.Contain("zz-throws.js(3,"));
            Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo("before"));
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task A_level_that_no_task_has_is_refused()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("tasks", "export", "--levels", "9");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Is.EqualTo("error: --levels: none of the tasks has such a level.\n"));
        }
    }
}
