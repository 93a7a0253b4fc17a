using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sasr.Arena.Agents.Caching;

/// <summary>
/// Completions in a folder, by the hash of all that they depend on (<see cref="CacheKey"/>). A file is written under another name
/// and moved into place; one that cannot be read counts as absent. Several processes may share a folder.
/// </summary>
public sealed class CompletionCache
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _unwritable;

    /// <summary>A cache in a folder, which is created when it is first written to.</summary>
    /// <exception cref="InputException">The path is that of a file.</exception>
    public CompletionCache(string folder)
    {
        Folder = Path.GetFullPath(folder);
        if (File.Exists(Folder))
            throw new InputException($"{folder}: this is a file; --cache names a folder.");
    }

    /// <summary><c>$XDG_CACHE_HOME/sasr-arena/completions</c>, by default in <c>~/.cache</c>; on Windows, in the user's local data.</summary>
    public static string UsualFolder
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            string place = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.IsPathRooted(named) ? named : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(place, "sasr-arena", "completions");
        }
    }

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>Told once where completions cannot be kept; they are then asked for again another time.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>The completions of that key; null where they are absent or their file is broken.</summary>
    internal async Task<IReadOnlyList<string>?> ReadAsync(string key, int count, CancellationToken ct)
    {
        try
        {
            await using FileStream file = File.OpenRead(FileOf(key));
            Entry? entry = await JsonSerializer.DeserializeAsync<Entry>(file, Json, ct);
            return entry is { Completions: { } completions } && entry.Key == key && completions.Count == count && completions.All(text => text is not null)
                ? completions
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps the completions of a key.</summary>
    internal async Task WriteAsync(string key, IReadOnlyList<string> completions)
    {
        try
        {
            await WholeFile.WriteAsync(FileOf(key), writer => writer.WriteAsync(JsonSerializer.Serialize(new Entry(key, completions), Json)));
        }
        catch (InputException e)
        {
            // A full disk must not cost what was asked for and paid.
            if (Interlocked.Exchange(ref _unwritable, 1) == 0)
                Warn?.Invoke($"warning: completions cannot be kept in {Folder}: {e.Message}");
        }
    }

    private string FileOf(string key) => Path.Combine(Folder, key[..2], $"{key}.json");

    private sealed record Entry(string Key, IReadOnlyList<string> Completions);
}
