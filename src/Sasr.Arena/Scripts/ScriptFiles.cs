namespace Sasr.Arena.Scripts;

/// <summary>Finds scripts by their folder; a script's id is its path below the folder without the extension.</summary>
internal static class ScriptFiles
{
    /// <summary>Of scripts.</summary>
    public static readonly string[] Extensions = [".csx", ".js"];

    public static SortedDictionary<string, string> Find(string folder, string prefix, string[]? extensions = null)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return found;
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!(extensions ?? Extensions).Contains(Path.GetExtension(path)))
                continue;
            string id = prefix + Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/');
            if (!found.TryAdd(id, path))
                throw new InputException($"{path}: {found[id]} has the same id '{id}'; rename one of them.");
        }
        return found;
    }
}
