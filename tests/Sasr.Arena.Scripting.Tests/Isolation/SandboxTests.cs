using System.Diagnostics;
using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Tests.Isolation;

/// <summary>What a confined process sees and can do, as a shell in it tells.</summary>
[Platform("Linux")]
public sealed class SandboxTests
{
    [Test]
    public void It_is_the_first_process_of_its_own_and_has_no_privilege()
    {
        string[] lines = Run("id -u; echo $$; grep -E '^(CapEff|CapBnd|NoNewPrivs|Seccomp):' /proc/1/status | tr '\\t' ' '");
        Assert.That(lines[0], Is.Not.EqualTo("0"));
        Assert.That(lines[1..], Is.EqualTo(new[]
        {
            "1", "CapEff: 0000000000000000", "CapBnd: 0000000000000000", "NoNewPrivs: 1", "Seccomp: 2",
        }));
    }

    [Test]
    public void It_is_given_no_environment_and_no_files_of_its_caller() =>
        Assert.That(
            Run("tr '\\0' '\\n' < /proc/1/environ; ls -l /proc/self/fd | sed -n 's/.* \\([0-9]*\\) -> .*/\\1/p' | sort -n | tr '\\n' ' '"),
            Is.EqualTo(new[] { "PATH=/usr/bin", "PWD=/tmp", "0 1 2 3 " }));

    [Test]
    public void It_sees_only_what_it_needs() =>
        Assert.That(Run("ls -a / | tr '\\n' ' '"), Is.EqualTo(new[] { ". .. dev lib lib64 proc tmp usr " }));

    [Test]
    public void It_has_no_terminal_among_its_devices() =>
        Assert.That(Run("ls /dev | tr '\\n' ' '"), Is.EqualTo(new[] { "fd full null random shm urandom zero " }));

    [TestCase("/x")]
    [TestCase("/dev/x")]
    [TestCase("/dev/shm/x")]
    [TestCase("/usr/lib/x")]
    [TestCase("/proc/sys/kernel/hostname")]
    public void It_can_write_nowhere_else_than_in_its_own_temporary_folder(string path) =>
        Assert.That(Run($"echo x 2>/dev/null >{path} || echo refused; echo kept > /tmp/x && cat /tmp/x"), Is.EqualTo(new[] { "refused", "kept" }));

    [Test]
    public void A_terminals_Ctrl_C_does_not_reach_it()
    {
        using Process process = Start("read -r _");
        string[] sessions = [.. Tree(process.Id).Append(Environment.ProcessId).Select(id => File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ')[4])];
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.That(sessions, Has.Length.GreaterThan(2));
        Assert.That(sessions[..^1], Has.None.EqualTo(sessions[^1]));
    }

    /// <summary>The launcher's kill, and the kill of whatever stands between this process and the program.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void It_does_not_outlive_what_started_it(bool byLauncher)
    {
        using Process process = Start("while :; do :; done");
        int[] tree = Tree(process.Id);
        Assert.That(tree, Has.Length.GreaterThan(1));
        if (byLauncher)
            Sandbox.OfThisMachine.Launcher.Kill(process);
        else
            process.Kill();
        Assert.That(process.WaitForExit(TimeSpan.FromSeconds(5)), Is.True);
        Assert.That(() => tree.Count(IsAlive), Is.Zero.After(5000, 20));
    }

    private static bool IsAlive(int id) =>
        File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ')[1] is not ("Z" or "X");

    // Once the program itself runs.
    private static int[] Tree(int id)
    {
        for (int waited = 0; ; waited++)
        {
            int[] tree = [.. Descendants(id)];
            if (File.ReadAllText($"/proc/{tree[^1]}/comm").Trim() == "sh" || waited == 500)
                return tree;
            Thread.Sleep(10);
        }
    }

    private static IEnumerable<int> Descendants(int id) =>
        File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(int.Parse).SelectMany(Descendants).Prepend(id);

    private static Process Start(string script)
    {
        if (!Sandbox.OfThisMachine.IsActive)
            Assert.Ignore(Sandbox.OfThisMachine.Problem!.ToString());
        return Sandbox.OfThisMachine.Launcher.Start(new ConfinedProgram
        {
            FileName = "/usr/bin/sh",
            Arguments = ["-c", script],
            Readable = ["/usr/bin"],
            Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin" },
        });
    }

    private static string[] Run(string script)
    {
        using Process process = Start(script);
        string text = process.StandardOutput.ReadToEnd();
        TestContext.Out.WriteLine(process.StandardError.ReadToEnd());
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
