using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Python;

/// <summary>A python3 of this machine, as it describes itself.</summary>
/// <param name="Executable">The interpreter itself, not a launcher of it.</param>
/// <param name="Version">Such as 3.11.7.</param>
/// <param name="Readable">What it reads: its executable, its standard library and its shared libraries, no site-packages.</param>
internal sealed record PythonInstallation(string Executable, string Version, IReadOnlyList<string> Readable)
{
    private const string Name = "python3";

    private const string Question = """
        import json, os, sys, sysconfig
        paths = [sys.executable, sysconfig.get_path('stdlib'), sysconfig.get_path('platstdlib'), sysconfig.get_config_var('DESTSHARED')]
        if sysconfig.get_config_var('Py_ENABLE_SHARED'):
            paths.append(sysconfig.get_config_var('LIBDIR'))
        paths = [path for path in paths if path and os.path.exists(path)]
        paths += [os.path.realpath(path) for path in paths]
        print(json.dumps({'executable': os.path.realpath(sys.executable), 'version': list(sys.version_info[:3]), 'paths': sorted(set(paths))}))
        """;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <exception cref="InputException">There is none, or one too old.</exception>
    public static PythonInstallation Find(string? path)
    {
        if (OperatingSystem.IsWindows())
            throw new InputException("Python programs need a system that can fork, which Windows cannot; run the arena in WSL 2.");
        string file = path ?? FromPath() ?? throw new InputException("No python3 in the PATH: install Python 3.9 or newer to run Python programs.");
        string answer = Ask(file);
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer);
            JsonElement root = document.RootElement;
            int[] version = [.. root.GetProperty("version").EnumerateArray().Select(part => part.GetInt32())];
            if (version is not [3, >= 9, _])
                throw new InputException($"{file} is Python {string.Join('.', version)}: Python programs need 3.9 or newer.");
            return new PythonInstallation(
                root.GetProperty("executable").GetString()!,
                string.Join('.', version),
                Topmost(root.GetProperty("paths").EnumerateArray().Select(part => part.GetString()!)));
        }
        catch (JsonException e)
        {
            throw new InputException($"{file} is no working Python 3: install Python 3.9 or newer, or name another one.", e);
        }
    }

    // A folder that lies in another one of them is there with it.
    private static string[] Topmost(IEnumerable<string> paths)
    {
        string[] all = [.. paths.Distinct()];
        return [.. all.Where(path => !all.Any(other => other != path && path.StartsWith(other + "/", StringComparison.Ordinal)))];
    }

    private static string? FromPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, Name))
        .FirstOrDefault(File.Exists);

    private static string Ask(string file)
    {
        try
        {
            // With this process's own environment: a version manager's launcher needs it to find the interpreter.
            var info = new ProcessStartInfo(file, ["-I", "-S", "-c", Question])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using Process process = Process.Start(info)!;
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Deadline))
            {
                process.Kill(entireProcessTree: true);
                throw new InputException($"{file} does not answer: name another Python 3.");
            }
            return process.ExitCode == 0
                ? output.Result
                : throw new InputException($"{file} does not work ({LastLine(error.Result)}): name another Python 3.");
        }
        catch (Win32Exception e)
        {
            throw new InputException($"{file} cannot be started ({e.Message}): name another Python 3.", e);
        }
    }

    private static string LastLine(string text) => text.Trim().Split('\n')[^1];
}
