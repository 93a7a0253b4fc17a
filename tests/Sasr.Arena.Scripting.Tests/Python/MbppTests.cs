using System.Diagnostics;
using System.Text.Json;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Python;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Scripting.Tests.Python;

/// <summary>The 974 reference solutions of MBPP, in the form of mxeval, as a plain Python 3.11 judges them.</summary>
[Platform("Linux")]
public sealed class MbppTests
{
    // What a plain process prints as its last line; the other 959 pass.
    private static readonly Dictionary<int, string> Faulty = new()
    {
        [56] = "TypeError: 'int' object is not callable",
        [64] = "IndentationError: expected an indented block after function definition on line 3",
        [160] = "AssertionError",
        [341] = "AssertionError",
        [349] = "TypeError: 'str' object is not callable",
        [367] = "NameError: name 'root' is not defined",
        [596] = "AssertionError",
        [601] = "NameError: name 'Pair' is not defined",
        [607] = "AssertionError",
        [631] = "AssertionError",
        [642] = "AssertionError",
        [899] = "TypeError: check() takes 1 positional argument but 2 were given",
        [927] = "NameError: name 'root' is not defined",
        [966] = "IndentationError: unexpected indent",
        [967] = "TypeError: 'str' object is not callable",
    };

    [Test]
    public async Task Just_those_fail_that_fail_in_a_plain_process_and_with_the_same_error()
    {
        Dictionary<int, Verdict> verdicts = await JudgeAsync((prompt, solution) => prompt + solution);
        Dictionary<int, string?> failed = verdicts.Where(verdict => !verdict.Value.IsPassed).ToDictionary(verdict => verdict.Key, verdict => verdict.Value.Message);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts, Has.Count.EqualTo(974));
            Assert.That(failed.Keys.Order(), Is.EqualTo(Faulty.Keys.Order()));
            foreach ((int id, string? message) in failed)
                Assert.That(message, Does.StartWith(Faulty.GetValueOrDefault(id, "nothing")), $"MBPP/{id}");
        }
    }

    /// <summary>Every fourth; benchmarks/mbpp.sh has the whole of it.</summary>
    [Test]
    public async Task None_passes_that_returns_nothing()
    {
        Dictionary<int, Verdict> verdicts = await JudgeAsync((prompt, solution) => $"{prompt}{Indentation(prompt)}return None\n{solution}", step: 4);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts, Has.Count.EqualTo(244));
            Assert.That(verdicts.Where(verdict => verdict.Value.IsPassed || !verdict.Value.IsJudged).Select(verdict => verdict.Key), Is.Empty);
        }
    }

    /// <summary>That of the docstring, which is the last thing in a prompt.</summary>
    private static string Indentation(string prompt)
    {
        string last = prompt.TrimEnd().Split('\n')[^1];
        return last[..^last.TrimStart().Length];
    }

    private static async Task<Dictionary<int, Verdict>> JudgeAsync(Func<string, string, string> source, int step = 1)
    {
        string file = RepositoryFiles.SharedData("mbpp", "mbpp_release_v1.jsonl");
        await using PythonRunner runner = Runners.Create(workers: Environment.ProcessorCount);
        var verdicts = new Dictionary<int, Verdict>();
        long start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(File.ReadLines(file).Where((_, i) => i % step == 0), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (line, ct) =>
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement problem = document.RootElement;
            var candidate = new Candidate(ProgramLanguage.Python, source(Text("prompt"), Text("canonical_solution")));
            Verdict verdict = await runner.JudgeAsync(
                candidate, new TestFile(Text("test"), Text("entry_point")), new ProgramLimits { Time = TimeSpan.FromSeconds(30) }, ct);
            lock (verdicts)
                verdicts.Add(int.Parse(Text("task_id").AsSpan("MBPP/".Length), null), verdict);

            string Text(string key) => problem.GetProperty(key).GetString()!;
        });
        TestContext.Out.WriteLine($"{verdicts.Count / Stopwatch.GetElapsedTime(start).TotalSeconds:0} programs/s");
        return verdicts;
    }
}
