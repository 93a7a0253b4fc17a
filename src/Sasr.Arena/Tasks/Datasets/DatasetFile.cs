using System.Globalization;

namespace Sasr.Arena.Tasks.Datasets;

/// <summary>A file of a data set, or some of its lines, where it is to lie on the user's disk.</summary>
internal sealed class DatasetFile
{
    /// <summary>Names the folder that files are looked for in first.</summary>
    public const string FolderVariable = "ARENA_DATA";

    private readonly string _folder;
    private readonly int _first = 1;
    private readonly int _last = int.MaxValue;

    /// <param name="key">The split that it is for, for messages.</param>
    /// <param name="part">What the task says.</param>
    /// <param name="folder">The task's own, where paths begin.</param>
    /// <exception cref="InputException">It names no file, or its lines are none.</exception>
    public DatasetFile(string key, DatasetPart part, string folder)
    {
        if (part.File.Length == 0)
            throw new InputException($"{key}: name the file.");
        (Name, _folder) = (part.File, folder);
        if (part.Lines.Length == 0)
            return;
        string[] ends = part.Lines.Split('-');
        if (ends.Length != 2
            || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out _first)
            || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out _last)
            || _first < 1 || _last < _first)
            throw new InputException($"{key}: '{part.Lines}' are no lines such as 11-510.");
    }

    /// <summary>As the task says it.</summary>
    public string Name { get; }

    /// <summary>Where it lies; null where it is absent.</summary>
    public string? Path => Candidates().FirstOrDefault(File.Exists);

    /// <summary>Where it may lie.</summary>
    public IEnumerable<string> Candidates()
    {
        if (Name.StartsWith("~/", StringComparison.Ordinal))
        {
            yield return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Name[2..]);
            yield break;
        }
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } data)
            yield return System.IO.Path.GetFullPath(System.IO.Path.Combine(data, Name));
        yield return System.IO.Path.GetFullPath(System.IO.Path.Combine(_folder, Name));
    }

    /// <summary>The lines with their numbers, from 1; empty ones are left out.</summary>
    /// <exception cref="InputException">The file cannot be read, or ends too early.</exception>
    public IEnumerable<(int Number, string Text)> Lines()
    {
        string path = Path ?? throw new InputException($"{Candidates().First()}: there is no such file.");
        int number = 0;
        foreach (string line in Read(path))
        {
            if (++number > _last)
                yield break;
            if (number >= _first && !string.IsNullOrWhiteSpace(line))
                yield return (number, line);
        }
        if (_last < int.MaxValue && number < _last)
            throw new InputException($"{path}: it has {number} lines, and lines {_first}-{_last} were asked for.");
    }

    private static string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
