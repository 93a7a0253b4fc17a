namespace Sasr.Arena.Cli.Runs;

/// <summary>Where runs lie, and how their places are shown.</summary>
internal static class Paths
{
    /// <summary>The folder of a run: its name below <c>runs/</c> of the arena, or the path that it is.</summary>
    public static string OfRun(string root, string name) =>
        name.Contains('/', StringComparison.Ordinal) || name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || Directory.Exists(name)
            ? Path.GetFullPath(name)
            : Path.Combine(root, "runs", name);

    /// <summary>The path from here, where that is shorter.</summary>
    public static string Short(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.Length < path.Length && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : path;
    }
}
