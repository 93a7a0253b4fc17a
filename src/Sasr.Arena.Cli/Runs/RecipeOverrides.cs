using Sasr.Arena.Training.Recipes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sasr.Arena.Cli.Runs;

/// <summary>Changes keys of a recipe from the command line. The run keeps the recipe as it was changed.</summary>
internal static class RecipeOverrides
{
    /// <summary>Reads a recipe and applies <c>key=value</c>; dots lead into a key's own keys, and a value is YAML.</summary>
    /// <exception cref="InputException">The file or an override cannot be used.</exception>
    public static RecipeFile Read(string path, IReadOnlyList<string> overrides)
    {
        if (overrides.Count == 0)
            return RecipeFile.Read(path);
        _ = RecipeFile.Read(path);

        YamlMappingNode recipe = (YamlMappingNode)Parse(File.ReadAllText(path));
        foreach (string text in overrides)
            Apply(recipe, text);
        using var changed = new StringWriter { NewLine = "\n" };
        changed.WriteLine($"# {Path.GetFileName(path)} with {string.Join(", ", overrides)}");
        new YamlStream(new YamlDocument(recipe)).Save(changed, assignAnchors: false);
        try
        {
            return RecipeFile.Parse(path, changed.ToString().Replace("...\n", "", StringComparison.Ordinal));
        }
        catch (InputException e)
        {
            throw new InputException($"{e.Message} (with {string.Join(", ", overrides)})", e);
        }
    }

    private static void Apply(YamlMappingNode recipe, string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
            throw new InputException($"--set: '{text}' is not key=value, for example grpo.group_size=16.");
        string[] keys = text[..equals].Split('.');
        YamlMappingNode place = recipe;
        foreach (string key in keys[..^1])
        {
            if (!place.Children.TryGetValue(key, out YamlNode? inner) || inner is not YamlMappingNode)
                place.Children[key] = inner = new YamlMappingNode();
            place = (YamlMappingNode)inner;
        }
        try
        {
            place.Children[keys[^1]] = Parse(text[(equals + 1)..]);
        }
        catch (YamlException e)
        {
            throw new InputException($"--set: the value of '{text}' is not YAML: {e.Message}", e);
        }
    }

    private static YamlNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? new YamlScalarNode("") : stream.Documents[0].RootNode;
    }
}
