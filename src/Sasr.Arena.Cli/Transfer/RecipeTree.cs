using YamlDotNet.RepresentationModel;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>The YAML of a recipe while it is put together.</summary>
internal sealed class RecipeTree
{
    private readonly YamlMappingNode _root;

    private RecipeTree(YamlMappingNode root) => _root = root;

    /// <summary>A recipe that says nothing, or what a text says that was read before.</summary>
    public static RecipeTree Parse(string text) => new(MappingOf(text));

    /// <summary>The mapping that a text is; an empty one where it says nothing.</summary>
    public static YamlMappingNode MappingOf(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode mapping ? mapping : [];
    }

    /// <summary>Puts keys over those that are there; what is under a key of both is put together likewise.</summary>
    public RecipeTree Merge(YamlMappingNode over)
    {
        Merge(_root, over);
        return this;
    }

    /// <summary>Sets a key; dots lead into a key's own keys.</summary>
    public RecipeTree Set(string path, YamlNode value)
    {
        string[] keys = path.Split('.');
        YamlMappingNode place = _root;
        foreach (string key in keys[..^1])
        {
            if (!place.Children.TryGetValue(key, out YamlNode? inner) || inner is not YamlMappingNode)
                place.Children[key] = inner = new YamlMappingNode();
            place = (YamlMappingNode)inner;
        }
        place.Children[keys[^1]] = value;
        return this;
    }

    /// <summary>Takes a key out, where it is there.</summary>
    public RecipeTree Remove(string path)
    {
        string[] keys = path.Split('.');
        YamlMappingNode? place = _root;
        foreach (string key in keys[..^1])
            place = place?.Children.TryGetValue(key, out YamlNode? inner) == true ? inner as YamlMappingNode : null;
        place?.Children.Remove(keys[^1]);
        return this;
    }

    /// <summary>As a file, with a comment at its head.</summary>
    public string ToText(string comment)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"# {comment}");
        new YamlStream(new YamlDocument(_root)).Save(text, assignAnchors: false);
        return text.ToString().Replace("...\n", "", StringComparison.Ordinal);
    }

    private static void Merge(YamlMappingNode under, YamlMappingNode over)
    {
        foreach ((YamlNode key, YamlNode value) in over.Children)
        {
            if (value is YamlMappingNode inner && under.Children.TryGetValue(key, out YamlNode? known) && known is YamlMappingNode mapping)
                Merge(mapping, inner);
            else
                under.Children[key] = value;
        }
    }
}
