using System.Globalization;
using System.Runtime.InteropServices;
using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>The worker as a program to be confined.</summary>
internal static class WorkerProgram
{
    private const string Assembly = "Sasr.Arena.Scripting.Worker.dll";

    // The runtime's and the compiler's own memory, beside the heap.
    private const long NativeBytes = 640L << 20;

    private static readonly string[] Kept = ["TEMP", "TMP", "SystemRoot"];

    /// <summary>The worker beside this assembly, on the runtime that this process runs on.</summary>
    public static ConfinedProgram Create(ScriptHostOptions options)
    {
        string host = Host();
        string root = Path.GetDirectoryName(host)!;
        string folder = Path.Combine(AppContext.BaseDirectory, "worker");
        return new ConfinedProgram
        {
            FileName = host,
            Arguments = [Path.Combine(folder, Assembly)],
            Environment = Environment(options),
            Readable = [Path.Combine(root, "host"), Path.Combine(root, "shared", "Microsoft.NETCore.App"), folder],
            OwnSession = false,
            Limits = new ResourceLimits { DataBytes = options.MemoryBytes + NativeBytes },
        };
    }

    private static Dictionary<string, string> Environment(ScriptHostOptions options)
    {
        // Scripts are not to see what secrets this process was given; a debugger's and a profiler's doors are shut.
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_GCHeapHardLimit"] = options.MemoryBytes.ToString("x", CultureInfo.InvariantCulture),
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_EnableWriteXorExecute"] = "0",
            ["HOME"] = OperatingSystem.IsWindows() ? Path.GetTempPath() : "/tmp",
        };
        foreach (string name in Kept)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
                environment[name] = value;
        }
        return environment;
    }

    // The runtime lies in <root>/shared/Microsoft.NETCore.App/<version>/; a self-contained program has none, and needs one installed.
    private static string Host()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string? root = System.Environment.GetEnvironmentVariable("DOTNET_ROOT");
        string[] path = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        IEnumerable<string?> candidates =
        [
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name)),
            System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            root is null ? null : Path.Combine(root, name),
            .. path.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)),
        ];
        string host = candidates.FirstOrDefault(File.Exists)
            ?? throw new InfrastructureException("The script worker needs the .NET runtime, and there is no 'dotnet' on the PATH: set DOTNET_ROOT.");
        return File.ResolveLinkTarget(host, returnFinalTarget: true)?.FullName ?? host;
    }
}
