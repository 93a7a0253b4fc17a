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

    [TestCase("/x")]
    [TestCase("/dev/x")]
    [TestCase("/dev/shm/x")]
    [TestCase("/usr/lib/x")]
    [TestCase("/proc/sys/kernel/hostname")]
    public void It_can_write_nowhere_else_than_in_its_own_temporary_folder(string path) =>
        Assert.That(Run($"echo x 2>/dev/null >{path} || echo refused; echo kept > /tmp/x && cat /tmp/x"), Is.EqualTo(new[] { "refused", "kept" }));

    private static string[] Run(string script)
    {
        if (!Sandbox.OfThisMachine.IsActive)
            Assert.Ignore(Sandbox.OfThisMachine.Problem!.ToString());
        using Process process = Sandbox.OfThisMachine.Launcher.Start(new ConfinedProgram
        {
            FileName = "/usr/bin/sh",
            Arguments = ["-c", script],
            Readable = ["/usr/bin"],
            Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin" },
        });
        string text = process.StandardOutput.ReadToEnd();
        TestContext.Out.WriteLine(process.StandardError.ReadToEnd());
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
