using System.Diagnostics;
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

    public ProcessStartInfo StartInfo()
    {
        var info = new ProcessStartInfo(FileName, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // A debugger's and a profiler's doors are of no use to scripts.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        return info;
    }

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
