using Microsoft.CodeAnalysis;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>Names of symbols as metadata spells them, and as messages do.</summary>
internal static class SymbolNames
{
    /// <summary>For example <c>System.Collections.Generic.List`1+Enumerator</c>.</summary>
    public static string Full(INamedTypeSymbol type)
    {
        INamedTypeSymbol definition = type.OriginalDefinition;
        if (definition.ContainingType is { } outer)
            return $"{Full(outer)}+{definition.MetadataName}";
        return definition.ContainingNamespace is { IsGlobalNamespace: false } space
            ? $"{Space(space)}.{definition.MetadataName}"
            : definition.MetadataName;
    }

    /// <summary>The full name of the type itself, without its arguments; empty where it is none that has a name.</summary>
    public static string Full(ITypeSymbol type) => type is INamedTypeSymbol named ? Full(named) : "";

    /// <summary>A full name as a user writes it.</summary>
    public static string Readable(string full)
    {
        string name = full.Replace('+', '.');
        for (int tick = name.IndexOf('`', StringComparison.Ordinal); tick >= 0; tick = name.IndexOf('`', StringComparison.Ordinal))
        {
            int end = tick + 1;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
                end++;
            name = name.Remove(tick, end - tick);
        }
        return name;
    }

    /// <summary>A member as a user writes it.</summary>
    public static string Readable(string type, string member) =>
        member is ".ctor" ? $"new {Readable(type)}" : $"{Readable(type)}.{member}";

    private static string Space(INamespaceSymbol space) => space.ContainingNamespace is { IsGlobalNamespace: false } outer
        ? $"{Space(outer)}.{space.Name}"
        : space.Name;
}
