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
