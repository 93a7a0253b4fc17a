using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>Checks of a study's YAML what its binding could not say well.</summary>
internal static class TransferShape
{
    private static readonly (string Key, Type Kind, string Example)[] Shapes =
    [
        ("base", typeof(YamlMappingNode), "keys of a recipe stand here, for example { budget: { work: 20 } }; the file of one is named by 'recipe: FILE'"),
        ("sources", typeof(YamlMappingNode), "names stand here with their tasks, for example { sorting: { logic/sorting: { levels: 1-2 } } }"),
        ("methods", typeof(YamlSequenceNode), "a list stands here, for example [grpo, sasr]"),
        ("seeds", typeof(YamlSequenceNode), "a list stands here, for example [1, 2, 3]"),
        ("warmup", typeof(YamlMappingNode), "a mapping stands here, for example { work: 30 }"),
        ("decoding", typeof(YamlMappingNode), "a mapping stands here, for example { temperature: 0 }"),
    ];

    /// <exception cref="InputException">A value is of another kind than its key's, or a key of the base is the study's to say.</exception>
    public static void Check(string path, string text)
    {
        YamlMappingNode root;
        try
        {
            root = RecipeTree.MappingOf(text);
        }
        catch (YamlException)
        {
            // Binding it says what is wrong with it.
            return;
        }
        foreach ((string key, Type kind, string example) in Shapes)
        {
            if (root.Children.TryGetValue(key, out YamlNode? value) && value.GetType() != kind)
                throw Wrong(path, value, $"{key}: {example}");
        }
        if (root.Children.TryGetValue("base", out YamlNode? shared))
            CheckBase(path, (YamlMappingNode)shared);
    }

    private static void CheckBase(string path, YamlMappingNode shared)
    {
        foreach ((YamlNode key, YamlNode value) in shared.Children)
        {
            if (key.ToString() == "seed")
                throw Wrong(path, key, "base: seed: the study's seeds stand under 'seeds'");
            if (key.ToString() == "tasks")
                throw Wrong(path, key, "base: tasks: what is trained on stands under 'sources'");
            if (key.ToString() == "schedule" && value is YamlMappingNode schedule && schedule.Children.TryGetValue("kind", out YamlNode? kind))
                throw Wrong(path, kind, "base: schedule.kind: the kinds of schedule stand under 'methods'");
        }
    }

    private static InputException Wrong(string path, YamlNode place, string reason) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}({place.Start.Line},{place.Start.Column}): {reason}."));
}
