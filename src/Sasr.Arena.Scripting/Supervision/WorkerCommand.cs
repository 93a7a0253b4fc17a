using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>How a worker is started.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments)
{
    private const string Assembly = "Sasr.Arena.Scripting.Worker.dll";

    /// <summary>The worker beside this assembly, on the runtime that this process runs on.</summary>
    public static WorkerCommand Default() =>
        new(Host(), [Path.Combine(AppContext.BaseDirectory, "worker", Assembly)]);

    public ProcessStartInfo StartInfo(ScriptHostOptions options)
    {
        var info = new ProcessStartInfo(FileName, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // Scripts are not to see what secrets this process was given; a debugger's and a profiler's doors are shut.
        foreach (string name in info.Environment.Keys.Where(name => !IsKept(name)).ToArray())
            info.Environment.Remove(name);
        info.Environment["DOTNET_GCHeapHardLimit"] = options.MemoryBytes.ToString("x", CultureInfo.InvariantCulture);
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        return info;
    }

    private static bool IsKept(string variable) =>
        variable is "PATH" or "HOME" or "TMPDIR" or "TEMP" or "TMP" or "SystemRoot"
        || variable.StartsWith("DOTNET_", StringComparison.Ordinal);

    // The runtime lies in <root>/shared/Microsoft.NETCore.App/<version>/; a self-contained program has none, and needs one installed.
    private static string Host()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string? root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        string?[] candidates =
        [
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name)),
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            root is null ? null : Path.Combine(root, name),
        ];
        return candidates.FirstOrDefault(File.Exists) ?? name;
    }
}
