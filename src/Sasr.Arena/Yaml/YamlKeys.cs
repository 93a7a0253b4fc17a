using System.Reflection;
using Sasr.Arena.Environments;
using Sasr.Arena.Rewards;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization.NamingConventions;

namespace Sasr.Arena.Yaml;

/// <summary>Checks the keys of a document against the type that it will be bound to.</summary>
internal static class YamlKeys
{
    /// <exception cref="YamlException">A key does not exist; it carries the key's place and the nearest name that does.</exception>
    public static void Check(YamlNode node, Type type)
    {
        switch (node)
        {
            case YamlMappingNode mapping when (Argument(type, typeof(Dictionary<,>), 1) ?? Argument(type, typeof(TaskMix<>), 0)) is { } values:
                foreach (YamlNode value in mapping.Children.Values)
                    Check(value, values);
                break;
            case YamlMappingNode mapping when type.IsClass && type != typeof(string) && type != typeof(RewardMix):
                CheckMapping(mapping, type);
                break;
            case YamlSequenceNode sequence when Argument(type, typeof(List<>), 0) is { } items:
                foreach (YamlNode item in sequence)
                    Check(item, items);
                break;
        }
    }

    private static void CheckMapping(YamlMappingNode mapping, Type type)
    {
        Dictionary<string, Type> properties = type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .ToDictionary(property => UnderscoredNamingConvention.Instance.Apply(property.Name), property => property.PropertyType);
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            string name = key.ToString();
            if (!properties.TryGetValue(name, out Type? property))
                throw new YamlException(key.Start, key.End, $"there is no key '{name}'{Nearest.Hint(name, properties.Keys)}");
            Check(value, property);
        }
    }

    private static Type? Argument(Type type, Type generic, int place) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[place] : null;
}
