using System.CommandLine;
using Sasr.Arena.Environments;
using Sasr.Arena.Scripting;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Cli;

/// <summary>The folder of tasks, rewards and environments that a command works in, and the process that runs their scripts.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    private const string RootVariable = "ARENA_ROOT";
    private readonly ScriptHost _scripts;

    private Workspace(string root, ScriptHostOptions limits, Action<string> notice)
    {
        Root = root;
        _scripts = new ScriptHost(limits);
        Catalog = new ArenaCatalog(root, _scripts) { Notice = notice };
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>What it holds.</summary>
    public ArenaCatalog Catalog { get; }

    /// <summary>Loads scripts that lie anywhere.</summary>
    public IScriptHost Scripts => _scripts;

    /// <summary>The option that names the folder.</summary>
    public static Option<string?> RootOption() => new("--root")
    {
        Description = "Folder with tasks/, rewards/ and environments/ (default: the repository)",
        HelpName = "FOLDER",
    };

    /// <summary>Opens the folder named, or the repository's; warns where no sandbox holds its scripts.</summary>
    /// <param name="root">The folder; null to find it.</param>
    /// <param name="terminal">Gets the warning.</param>
    /// <param name="limits">Of the processes that run scripts.</param>
    /// <param name="allowUnsandboxed">Runs programs that a model wrote also where no sandbox holds them.</param>
    /// <exception cref="InputException">There are no tasks in it.</exception>
    public static Workspace Open(string? root, Terminal terminal, ScriptHostOptions? limits = null, bool allowUnsandboxed = false)
    {
        limits ??= new ScriptHostOptions();
        limits = limits with { Programs = limits.Programs with { AllowUnsandboxed = allowUnsandboxed } };
        var workspace = new Workspace(Path.GetFullPath(root ?? FindRoot()), limits, terminal.Error.WriteLine);
        if (Sandbox.OfThisMachine.Problem is { } problem)
            terminal.Error.WriteLine($"warning: scripts run without a sandbox, behind the gates alone. {problem}");
        return workspace;
    }

    /// <summary>The folder that <c>arena</c> names in its environment, or the nearest above this one or above the program that has tasks.</summary>
    public static string FindRoot() =>
        Environment.GetEnvironmentVariable(RootVariable)
        ?? Above(Directory.GetCurrentDirectory())
        ?? Above(AppContext.BaseDirectory)
        ?? Directory.GetCurrentDirectory();

    public ValueTask DisposeAsync() => _scripts.DisposeAsync();

    private static string? Above(string? folder)
    {
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "tasks")))
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar));
        return folder;
    }
}
