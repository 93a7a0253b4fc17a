using System.ComponentModel;
using System.Diagnostics;
using Sasr.Arena.Scripting.Confinement;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>What this machine can hold untrusted programs with; found out once by running one.</summary>
public sealed class Sandbox
{
    private const string Release = "/etc/os-release";

    private static readonly TimeSpan ProbeDeadline = TimeSpan.FromSeconds(10);
    private static readonly Lazy<Sandbox> Here = new(Probe);

    private Sandbox(ILauncher launcher, SandboxProblem? problem)
    {
        Launcher = launcher;
        Problem = problem;
    }

    /// <summary>This machine's.</summary>
    public static Sandbox OfThisMachine => Here.Value;

    /// <summary>Whether the kernel's layers hold.</summary>
    public bool IsActive => Problem is null;

    /// <summary>Why they do not; null where they do.</summary>
    public SandboxProblem? Problem { get; }

    /// <summary>Starts programs in it; plain ones where it is not active.</summary>
    internal ILauncher Launcher { get; }

    /// <summary>What holds a worker here, outermost first.</summary>
    public IReadOnlyList<SandboxLayer> Layers()
    {
        string reason = Problem?.Reason ?? "";
        return
        [
            new("supervisor", true, "a deadline for every call, a numbered reply to every request, restart after a death"),
            Kernel("namespaces", "bubblewrap: no network, processes and files of its own, all but /tmp read-only"),
            Kernel("own user", Environment.IsPrivilegedProcess ? "each worker runs under a user that exists nowhere else" : "a user namespace, without capabilities"),
            Kernel("outer seccomp filter", "no sockets, mounts, namespaces, tracing, keys, BPF, io_uring"),
            Kernel("inner seccomp filter", "no other programs, processes or signals"),
            Kernel("resource limits", "memory, processes, open files, file sizes"),
            new("engine limits", true, "heap, statements, recursion, regular expressions"),
            new("gates", true, "C# is checked against a list of what it may use, as source and as compiled"),
        ];

        SandboxLayer Kernel(string name, string detail) => new(name, IsActive, IsActive ? detail : reason);
    }

    private static Sandbox Probe()
    {
        if (!OperatingSystem.IsLinux())
            return Plain(SandboxProblem.OtherSystem());
        if (!SeccompFilter.IsSupported)
            return Plain(SandboxProblem.OtherProcessor());
        (BubblewrapTools? tools, string? missing) = BubblewrapTools.Find();
        if (tools is null)
            return Plain(SandboxProblem.Missing(missing!, Read(Release) ?? ""));

        bool root = Environment.IsPrivilegedProcess;
        var launcher = new Bubblewrap(tools, root);
        return Try(launcher, tools) is { } error
            ? Plain(SandboxProblem.Refused(error, root, Read))
            : new Sandbox(launcher, null);
    }

    private static Sandbox Plain(SandboxProblem problem) => new(new PlainLauncher(), problem);

    /// <summary>What went wrong, in one line; null where a program ran.</summary>
    private static string? Try(Bubblewrap launcher, BubblewrapTools tools)
    {
        try
        {
            using Process process = launcher.Start(new ConfinedProgram { FileName = tools.PrLimit, Arguments = ["--version"] });
            if (!process.WaitForExit(ProbeDeadline))
            {
                launcher.Kill(process);
                return "it did not come up in time";
            }
            return process.ExitCode == 0 ? null : process.StandardError.ReadToEnd().Trim().ReplaceLineEndings("; ");
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }

    private static string? Read(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}
