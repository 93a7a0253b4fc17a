using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Scripts;

/// <summary>A script as its file was when it was loaded.</summary>
/// <param name="LoadItem">What a worker that does not know it is sent.</param>
/// <param name="Summary">The first comment's text after the path.</param>
internal sealed partial record ScriptSource(LoadItem LoadItem, string Summary)
{
    /// <summary>A hash of everything that the script's behaviour and messages depend on.</summary>
    public string Key => LoadItem.Key;

    public string Id => LoadItem.Id;

    /// <summary>The path as the user knows it: from the current folder, where it lies in that.</summary>
    public string File => LoadItem.File;

    /// <exception cref="InputException">The file cannot be read.</exception>
    public static ScriptSource Read(ScriptKind kind, string id, string path, ScriptHostOptions options)
    {
        string text = ReadText(path), file = FileOf(path);
        SharedSource[] shared = Path.GetExtension(path) == ".csx" ? [.. Shared(text, path)] : [];
        string all = string.Join('\0', [$"{kind}\n{id}\n{file}\n{text}", .. shared.Select(one => one.Source)]);
        string key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
        var load = new LoadItem(key, kind, id, file, text, (int)(options.CallDeadline.TotalMilliseconds * 0.9))
        {
            Shared = shared,
            SkipGates = options.SkipGates,
        };
        return new ScriptSource(load, SummaryPattern().Match(text).Groups["summary"].Value.Trim());
    }

    // What else is named there, or is not there, is left to the compiler to complain of: it knows the place.
    private static IEnumerable<SharedSource> Shared(string text, string path)
    {
        foreach (string name in LoadPattern().Matches(text).Select(match => match.Groups["name"].Value).Distinct())
        {
            string shared = Path.Combine(Path.GetDirectoryName(path)!, name);
            if (System.IO.File.Exists(shared))
                yield return new SharedSource(name, FileOf(shared), ReadText(shared));
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static string FileOf(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    // Only there: whatever a script could load, it could show in an error.
    [GeneratedRegex(@"^[ \t]*#load[ \t]+""(?<name>shared/[A-Za-z0-9][A-Za-z0-9-]*\.csx)""", RegexOptions.Multiline)]
    private static partial Regex LoadPattern();

    [GeneratedRegex(@"\A\s*//[ \t]*(\S+\.(csx|js):)?(?<summary>[^\r\n]*)")]
    private static partial Regex SummaryPattern();
}
