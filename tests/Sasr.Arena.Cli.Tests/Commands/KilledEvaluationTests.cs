using System.Diagnostics;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Cli.Tests.Commands;

/// <summary>Processes that are killed between any two instructions, and what they leave.</summary>
public class KilledEvaluationTests
{
    [Test]
    public async Task A_killed_evaluation_is_finished_by_the_next_to_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, "whole", "whole.json");

        using (Process process = Start(folder, "killed", "killed.json"))
        {
            while (Completions(folder, "killed") == 0)
            {
                Assert.That(process.HasExited, Is.False, "it ended before it could be killed");
                await Task.Delay(1);
            }
            process.Kill();
            await process.WaitForExitAsync();
        }
        int kept = Completions(folder, "killed");
        string error = await RunAsync(folder, "killed", "killed.json");
        string again = await RunAsync(folder, "killed", "again.json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept, Is.InRange(1, Completions(folder, "whole") - 1), "it was killed in the middle");
            Assert.That(error, Does.Contain("completions came from the cache").And.Not.Contain("700 of 700"));
            Assert.That(again, Does.Contain("700 of 700 completions came from the cache"));
            Assert.That(Result(folder, "killed.json"), Is.EqualTo(Result(folder, "whole.json")));
            Assert.That(Result(folder, "again.json"), Is.EqualTo(Result(folder, "whole.json")));
        }
    }

    private static int Completions(TemporaryFolder folder, string cache) => !Directory.Exists(folder.File(cache))
        ? 0
        : Directory.EnumerateFiles(folder.File(cache), "*", SearchOption.AllDirectories).Count(file => !file.EndsWith(".tmp", StringComparison.Ordinal));

    private static string Result(TemporaryFolder folder, string file) =>
        (EvaluationResult.Read(folder.File(file)) with { Seconds = null }).ToJson();

    private static async Task<string> RunAsync(TemporaryFolder folder, string cache, string json)
    {
        using Process process = Start(folder, cache, json);
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, error);
        return error;
    }

    private static Process Start(TemporaryFolder folder, string cache, string json) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!,
        [
            "exec", Path.Combine(TestContext.CurrentContext.TestDirectory, "arena.dll"), "eval",
            "--suite", Path.Combine(RepositoryFiles.Root, "suites", "smoke.yaml"), "--agent", Path.Combine(RepositoryFiles.Root, "models", "quickstart"),
            "--root", RepositoryFiles.Root, "--cache", folder.File(cache), "--json", folder.File(json),
        ])
    {
        RedirectStandardError = true,
    })!;
}
