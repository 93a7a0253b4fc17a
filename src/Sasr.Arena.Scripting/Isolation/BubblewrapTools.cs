namespace Sasr.Arena.Scripting.Isolation;

/// <summary>The programs that a sandbox is made of: bubblewrap, a shell, and setsid, unshare, prlimit and setpriv of util-linux.</summary>
internal sealed record BubblewrapTools(string Bubblewrap, string Shell, string SetSid, string Unshare, string PrLimit, string SetPriv)
{
    private static readonly string[] Folders = ["/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin"];

    /// <summary>Finds them; the name of the first that is missing where one is.</summary>
    public static (BubblewrapTools? Tools, string? Missing) Find()
    {
        string[] names = ["bwrap", "sh", "setsid", "unshare", "prlimit", "setpriv"];
        string?[] found = [.. names.Select(Find)];
        return found is [{ } bwrap, { } shell, { } setsid, { } unshare, { } prlimit, { } setpriv]
            ? (new BubblewrapTools(bwrap, shell, setsid, unshare, prlimit, setpriv), null)
            : (null, names[Array.IndexOf(found, null)]);
    }

    /// <summary>Those that run inside the sandbox.</summary>
    public string[] Inside(bool root) => root ? [PrLimit, SetPriv] : [PrLimit];

    // Not through the PATH: whoever can write a folder of that could put a sandbox of his own there.
    private static string? Find(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
