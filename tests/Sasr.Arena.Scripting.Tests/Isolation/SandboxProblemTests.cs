using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Tests.Isolation;

public sealed class SandboxProblemTests
{
    [TestCase("ID=ubuntu\nID_LIKE=debian", "apt-get install --no-install-recommends bubblewrap")]
    [TestCase("ID=fedora", "dnf install bubblewrap")]
    [TestCase("ID=arch", "pacman -S bubblewrap")]
    [TestCase("ID=alpine", "apk add bubblewrap")]
    [TestCase("ID=plan9", null)]
    public void A_missing_program_comes_with_the_command_that_installs_it(string release, string? remedy)
    {
        SandboxProblem problem = SandboxProblem.Missing("bwrap", release);
        Assert.That(problem.Remedy, remedy is null ? Is.Null : Does.EndWith(remedy));
        Assert.That(problem.Reason, Does.Contain("bwrap is not installed"));
    }

    [TestCase("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1", "kernel.apparmor_restrict_unprivileged_userns=0")]
    [TestCase("/proc/sys/kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone=1")]
    [TestCase("/proc/sys/user/max_user_namespaces", "0", "user.max_user_namespaces=15000")]
    public void A_kernel_that_forbids_user_namespaces_comes_with_the_setting_that_allows_them(string path, string value, string setting)
    {
        SandboxProblem problem = SandboxProblem.Refused("setting up uid map: Permission denied", root: false, file => file == path ? value + "\n" : null);
        Assert.That(problem.Remedy, Does.EndWith($"sysctl -w {setting}"));
        Assert.That(problem.ToString(), Does.Contain("Permission denied").And.Contain("To enable it: ").And.Not.Contain("\n"));
    }

    [Test]
    public void Root_in_a_container_is_told_how_the_container_must_be_started() =>
        Assert.That(
            SandboxProblem.Refused("Operation not permitted", root: true, _ => null).Remedy,
            Does.Contain("--cap-add SYS_ADMIN").And.Contain("seccomp=unconfined"));
}
