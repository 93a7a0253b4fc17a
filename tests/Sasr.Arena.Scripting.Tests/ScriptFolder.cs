namespace Sasr.Arena.Scripting.Tests;

/// <summary>A temporary folder with scripts in it.</summary>
internal sealed class ScriptFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("sasr-scripts-").FullName;

    /// <summary>Writes a script and returns its path.</summary>
    public string Write(string name, string source)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, source);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
