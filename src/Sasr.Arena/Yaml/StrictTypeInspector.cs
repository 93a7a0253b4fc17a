using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Sasr.Arena.Yaml;

/// <summary>Answers an unknown key with the nearest one that exists.</summary>
internal sealed class StrictTypeInspector(ITypeInspector inner) : ITypeInspector
{
    public IEnumerable<IPropertyDescriptor> GetProperties(Type type, object? container) => inner.GetProperties(type, container);

    public IPropertyDescriptor GetProperty(Type type, object? container, string name, bool ignoreUnmatched, bool caseInsensitivePropertyMatching)
    {
        string[] names = [.. inner.GetProperties(type, container).Select(property => property.Name)];
        return names.Contains(name)
            ? inner.GetProperty(type, container, name, ignoreUnmatched, caseInsensitivePropertyMatching)!
            : throw new UnknownKeyException($"there is no key '{name}'{Nearest.Hint(name, names)}");
    }

    public string GetEnumName(Type enumType, string name) => inner.GetEnumName(enumType, name);

    public string GetEnumValue(object enumValue) => inner.GetEnumValue(enumValue);
}

/// <summary>A key that the bound type does not have.</summary>
internal sealed class UnknownKeyException(string message) : YamlException(message);
