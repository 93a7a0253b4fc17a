using System.Diagnostics;
using System.Globalization;
using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests.Commands;

/// <summary>The processes of an arena that is killed without warning.</summary>
[Platform("Linux")]
[Parallelizable]
public sealed class OrphanTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task No_worker_outlives_an_arena_that_was_killed()
    {
        using var arena = new SmallArena();
        arena.Write("tasks/words/endless.js", """
            // never answers.
            task({ version: 1, levels: 1 });
            function generate(rng, level) { return { question: 'q' + rng.integer(0, 1000000), answer: 'a', solution: 's, so a' }; }
            function score(problem, answer) { while (true) answer = ''; }
            """);
        using Process process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                "exec", Path.Combine(TestContext.CurrentContext.TestDirectory, "arena.dll"),
                "eval", "--agent", "oracle", "--tasks", "words/endless", "--problems", "50", "--root", arena.Root,
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;

        // Where there is a sandbox, what stands around a worker is among them.
        List<int> family = [];
        await UntilAsync(() => (family = Descendants(process.Id)).Exists(IsWorker), "a worker has started");
        process.Kill();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.EqualTo(137), "it was SIGKILL that ended it");
        await UntilAsync(() => !family.Exists(IsAlive), "its processes have ended");
    }

    private static async Task UntilAsync(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.That(clock.Elapsed, Is.LessThan(Patience), what);
            await Task.Delay(20);
        }
    }

    private static List<int> Descendants(int ancestor)
    {
        ILookup<int, int> children = Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => char.IsAsciiDigit(name![0]))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .ToLookup(id => Stat(id) is { } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0);
        List<int> found = [ancestor];
        for (int i = 0; i < found.Count; i++)
            found.AddRange(children[found[i]]);
        return found[1..];
    }

    private static bool IsWorker(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0')[0].EndsWith("dotnet", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    // A process that has ended stays in the list until its parent has asked for its exit code.
    private static bool IsAlive(int id) => Stat(id) is { } stat && stat[0] is not ("Z" or "X");

    /// <summary>State, parent, … of a process (proc_pid_stat(5)); null where there is none.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            string text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
