namespace Sasr.Arena.Scripts;

/// <summary>
/// Finds scripts by their folder; a script's id is its path below the folder without the extension. What lies in a folder named
/// <c>shared</c> is no script, but what the scripts beside that folder load.
/// </summary>
internal static class ScriptFiles
{
    /// <summary>Of scripts.</summary>
    public static readonly string[] Extensions = [".csx", ".js"];

    private const string Shared = "shared";

    public static SortedDictionary<string, string> Find(string folder, string prefix, string[]? extensions = null)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return found;
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!(extensions ?? Extensions).Contains(Path.GetExtension(path)) || Path.GetFileName(Path.GetDirectoryName(path)) == Shared)
                continue;
            string id = prefix + Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/');
            if (!found.TryAdd(id, path))
                throw new InputException($"{path}: {found[id]} has the same id '{id}'; rename one of them.");
        }
        return found;
    }
}
