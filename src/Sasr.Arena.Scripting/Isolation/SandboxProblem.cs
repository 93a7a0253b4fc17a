namespace Sasr.Arena.Scripting.Isolation;

/// <summary>Why the kernel's layers cannot be had.</summary>
/// <param name="Reason">What is missing, in one line.</param>
/// <param name="Remedy">The one command that enables them; null where there is none.</param>
public sealed record SandboxProblem(string Reason, string? Remedy)
{
    private const string AppArmor = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";
    private const string Debian = "/proc/sys/kernel/unprivileged_userns_clone";
    private const string Maximum = "/proc/sys/user/max_user_namespaces";

    private static string Sudo => Environment.IsPrivilegedProcess ? "" : "sudo ";

    /// <inheritdoc/>
    public override string ToString() => Remedy is null ? Reason : $"{Reason} To enable it: {Remedy}";

    internal static SandboxProblem OtherSystem() => new("The sandbox needs Linux; on Windows, run the arena in WSL 2.", null);

    internal static SandboxProblem OtherProcessor() => new("The sandbox needs an x86-64 or an arm64 processor.", null);

    /// <param name="tool">The program that was not found.</param>
    /// <param name="release">The text of /etc/os-release.</param>
    internal static SandboxProblem Missing(string tool, string release)
    {
        string package = tool == "bwrap" ? "bubblewrap" : "util-linux";
        string? installer =
            release.Contains("debian", StringComparison.Ordinal) ? "apt-get install --no-install-recommends"
            : release.Contains("fedora", StringComparison.Ordinal) ? "dnf install"
            : release.Contains("suse", StringComparison.Ordinal) ? "zypper install"
            : release.Contains("arch", StringComparison.Ordinal) ? "pacman -S"
            : release.Contains("alpine", StringComparison.Ordinal) ? "apk add"
            : null;
        return new($"{tool} is not installed ({package}).", installer is null ? null : $"{Sudo}{installer} {package}");
    }

    /// <param name="error">What bubblewrap printed.</param>
    /// <param name="root">Whether this process is root.</param>
    /// <param name="read">Gives a file's text; null where there is no such file.</param>
    internal static SandboxProblem Refused(string error, bool root, Func<string, string?> read)
    {
        if (root)
        {
            return new(
                $"This container may not make namespaces ({error}).",
                "docker run --cap-add SYS_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined …");
        }
        if (read(Maximum)?.Trim() == "0")
            return new($"User namespaces are switched off ({error}).", Sudo + "sysctl -w user.max_user_namespaces=15000");
        if (read(Debian)?.Trim() == "0")
            return new($"User namespaces are root's alone ({error}).", Sudo + "sysctl -w kernel.unprivileged_userns_clone=1");
        if (read(AppArmor)?.Trim() == "1")
        {
            return new(
                $"AppArmor restricts user namespaces, as on Ubuntu 24.04 ({error}).",
                Sudo + "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
        }
        return new(
            $"This machine or container does not let bubblewrap make namespaces ({error}).",
            File.Exists("/.dockerenv") ? "docker run --security-opt seccomp=unconfined --security-opt apparmor=unconfined …" : null);
    }
}
