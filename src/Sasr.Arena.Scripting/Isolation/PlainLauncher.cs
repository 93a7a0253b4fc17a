using System.Diagnostics;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>A process like any other: what it must not do, only its own program keeps it from.</summary>
internal sealed class PlainLauncher : ILauncher
{
    public bool IsSandbox => false;

    public Process Start(ConfinedProgram program) => Process.Start(StartInfo(program.FileName, program.Arguments, program.Environment))!;

    public void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>A process with its standard streams redirected, and no environment but the given one.</summary>
    public static ProcessStartInfo StartInfo(
        string fileName, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        info.Environment.Clear();
        foreach ((string name, string value) in environment)
            info.Environment[name] = value;
        return info;
    }
}
