using Sasr.Arena.Testing;

namespace Sasr.Arena.Cli.Tests.Fakes;

/// <summary>An arena without tasks that has the repository's rewards and environments.</summary>
internal sealed class LibraryArena : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LibraryArena()
    {
        Directory.CreateDirectory(FileIn("tasks"));
        foreach (string path in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "rewards"), "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(RepositoryFiles.Root, path), File.ReadAllText(path));
        foreach (string path in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "environments"), "environment.yaml", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(RepositoryFiles.Root, path), File.ReadAllText(path));
    }

    public string FileIn(string name) => _folder.File(name);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
        File.WriteAllText(_folder.File(file), text);
    }

    /// <summary>Runs a command in this arena.</summary>
    public Task<Outcome> RunAsync(params string[] args) => Shell.RunAsync([.. args, "--root", _folder.Path]);

    public void Dispose() => _folder.Dispose();
}
