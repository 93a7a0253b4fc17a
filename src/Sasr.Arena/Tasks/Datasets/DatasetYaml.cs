namespace Sasr.Arena.Tasks.Datasets;

/// <summary>A data-set task's file, key by key.</summary>
internal sealed class DatasetYaml
{
    public int Version { get; set; } = 1;

    public int Levels { get; set; } = 1;

    public List<string> Tags { get; set; } = [];

    public string Reward { get; set; } = "";

    /// <summary>Where the files can be had.</summary>
    public string Source { get; set; } = "";

    /// <summary>The one file, whose problems the hash of their question shares out.</summary>
    public DatasetPart? File { get; set; }

    public DatasetPart? Train { get; set; }

    /// <summary>Cut from train where it is absent.</summary>
    public DatasetPart? Validation { get; set; }

    public DatasetPart? Test { get; set; }

    public DatasetFields Fields { get; set; } = new();

    /// <summary>What the reward needs, by its name in the problem's data.</summary>
    public Dictionary<string, DatasetField> Data { get; set; } = [];
}

/// <summary>A file, or some of its lines.</summary>
internal sealed class DatasetPart
{
    public string File { get; set; } = "";

    /// <summary><c>11-510</c>: the first and the last line, from 1; empty for all.</summary>
    public string Lines { get; set; } = "";
}

/// <summary>The texts that make a problem.</summary>
internal sealed class DatasetFields
{
    public DatasetField? Question { get; set; }

    public DatasetField? Answer { get; set; }

    public DatasetField? Solution { get; set; }
}

/// <summary>How a text is taken from a record: a field, or a template with fields in braces, and then a part of that.</summary>
internal sealed class DatasetField
{
    public string? Field { get; set; }

    public string? Template { get; set; }

    /// <summary>What comes after this.</summary>
    public string? After { get; set; }

    /// <summary>What comes before this.</summary>
    public string? Before { get; set; }

    /// <summary>A regular expression; what it matches goes.</summary>
    public string? Remove { get; set; }
}
