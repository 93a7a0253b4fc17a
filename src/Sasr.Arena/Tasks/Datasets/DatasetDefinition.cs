using System.Text.RegularExpressions;
using Sasr.Arena.Problems;
using Sasr.Arena.Yaml;

namespace Sasr.Arena.Tasks.Datasets;

/// <summary>What a data-set task's file says: where the records lie, and how one becomes a problem.</summary>
internal sealed partial class DatasetDefinition
{
    private readonly string _source;

    private DatasetDefinition(string id, string folder, DatasetYaml yaml, string summary)
    {
        if (yaml.Version < 1)
            throw new InputException($"version is {yaml.Version}; it must be at least 1.");
        if (yaml.Levels != 1)
            throw new InputException($"levels is {yaml.Levels}; a data set has 1.");
        if (yaml.Reward.Length == 0)
            throw new InputException("nothing judges the answers: name a reward.");
        if (yaml.File is null ? (yaml.Train ?? yaml.Test) is null : (yaml.Train ?? yaml.Validation ?? yaml.Test) is not null)
            throw new InputException("name one file, or one for train and one for test.");

        Info = new TaskInfo(id, yaml.Version, yaml.Levels, yaml.Tags, yaml.Reward, summary)
        {
            Splits = [.. Problems.Splits.All.Where(split => yaml.File is not null || split switch
            {
                Split.Train => yaml.Train is not null,
                Split.Validation => (yaml.Validation ?? yaml.Train) is not null,
                _ => yaml.Test is not null,
            })],
        };
        _source = yaml.Source;
        DatasetFile? Part(string key, DatasetPart? part) => part is null ? null : new DatasetFile(key, part, folder);
        (Whole, Train, Validation, Test) =
            (Part("file", yaml.File), Part("train", yaml.Train), Part("validation", yaml.Validation), Part("test", yaml.Test));
        Question = new DatasetText("fields: question", yaml.Fields.Question);
        Answer = new DatasetText("fields: answer", yaml.Fields.Answer);
        Solution = new DatasetText("fields: solution", yaml.Fields.Solution);
        Data = yaml.Data.ToDictionary(pair => pair.Key, pair => new DatasetText($"data: {pair.Key}", pair.Value));
    }

    public TaskInfo Info { get; }

    public DatasetFile? Whole { get; }

    public DatasetFile? Train { get; }

    public DatasetFile? Validation { get; }

    public DatasetFile? Test { get; }

    public DatasetText Question { get; }

    public DatasetText Answer { get; }

    public DatasetText Solution { get; }

    public IReadOnlyDictionary<string, DatasetText> Data { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">A key or a value in it is wrong.</exception>
    public static DatasetDefinition Read(string id, string path)
    {
        YamlFile<DatasetYaml> file = YamlFile<DatasetYaml>.Read(path);
        string summary = Summary().Match(file.Text).Groups["summary"].Value.Trim();
        return file.Check(() => new DatasetDefinition(id, Path.GetDirectoryName(Path.GetFullPath(path))!, file.Value, summary));
    }

    /// <summary>Which file is absent and what to do; null where none is.</summary>
    public string? Missing()
    {
        DatasetFile? absent = new[] { Whole, Train, Validation, Test }.FirstOrDefault(part => part is { Path: null });
        if (absent is null)
            return null;
        string source = _source.Length == 0 ? "" : $" (from {_source})";
        return $"needs data: {absent.Candidates().Last()}{source}, or {absent.Name} in the folder that {DatasetFile.FolderVariable} names";
    }

    [GeneratedRegex(@"\A\s*#[ \t]*(\S+\.yaml:)?(?<summary>[^\r\n]*)")]
    private static partial Regex Summary();
}
