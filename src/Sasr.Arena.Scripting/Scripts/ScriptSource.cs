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
        string text;
        try
        {
            text = System.IO.File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        string file = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        string key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{id}\n{file}\n{text}")));
        var load = new LoadItem(key, kind, id, file, text, (int)(options.CallDeadline.TotalMilliseconds * 0.9)) { SkipGates = options.SkipGates };
        return new ScriptSource(load, SummaryPattern().Match(text).Groups["summary"].Value.Trim());
    }

    [GeneratedRegex(@"\A\s*//[ \t]*(\S+\.(csx|js):)?(?<summary>[^\r\n]*)")]
    private static partial Regex SummaryPattern();
}
