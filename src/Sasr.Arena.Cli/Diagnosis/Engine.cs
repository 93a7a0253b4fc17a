using System.Diagnostics;
using System.Reflection;
using Sasr.Arena.Scripting.Python;
using TorchSharp;

namespace Sasr.Arena.Cli.Diagnosis;

/// <summary>Something that the arena runs on.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsPresent">Whether it is here.</param>
/// <param name="Detail">Which, or why it is not.</param>
internal sealed record Engine(string Name, bool IsPresent, string Detail)
{
    /// <summary>The library of tensors.</summary>
    public static Engine Torch()
    {
        Assembly assembly = typeof(torch).Assembly;
        bool own = assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company
            == typeof(Engine).Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company;
        string provider = own ? "the system's libtorch, through src/TorchSharp.System" : $"the package TorchSharp {Version(assembly.Location)}";
        try
        {
            using torch.Tensor one = torch.ones(1);
            return new Engine("torch", one.item<float>() == 1, provider);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or NotSupportedException)
        {
            return new Engine("torch", false, $"{provider} does not load: {e.GetBaseException().Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The graphics card.</summary>
    public static Engine Cuda()
    {
        try
        {
            return torch.cuda.is_available()
                ? new Engine("CUDA", true, $"{torch.cuda.device_count()} device(s)")
                : new Engine("CUDA", false, "no device that libtorch can use; training runs on the processor");
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or NotSupportedException)
        {
            return new Engine("CUDA", false, "torch does not load");
        }
    }

    /// <summary>The engine of JavaScript.</summary>
    public static Engine Jint()
    {
        string version = WorkerFile("Jint.dll");
        return new Engine("JavaScript", true, version.StartsWith("2.", StringComparison.Ordinal) ? $"Jint {version}: ES5" : $"Jint {version}");
    }

    /// <summary>The compiler of C#.</summary>
    public static Engine Roslyn() => new("C#", true, $"Roslyn {WorkerFile("Microsoft.CodeAnalysis.CSharp.dll")}, .NET {Environment.Version}");

    /// <summary>The interpreter of Python, for model-written programs.</summary>
    public static Engine Python()
    {
        try
        {
            return new Engine("Python", true, $"Python {PythonRunner.FindVersion()}, for programs alone");
        }
        catch (InputException e)
        {
            return new Engine("Python", false, e.Message);
        }
    }

    private static string WorkerFile(string name) => Version(
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "worker"), name, new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).First());

    private static string Version(string file) => (FileVersionInfo.GetVersionInfo(file).ProductVersion ?? "").Split('+', '-')[0];
}
