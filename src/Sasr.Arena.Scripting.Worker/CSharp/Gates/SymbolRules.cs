using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>Which symbols of a compilation are on the allow-list. The code's own are, whatever they are called.</summary>
internal sealed class SymbolRules(IAssemblySymbol own, AllowList list)
{
    private readonly Dictionary<ISymbol, string?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Name of the type or the member that makes the symbol a refused one; null where none does.</summary>
    public string? Refused(ISymbol? symbol)
    {
        if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol or IDiscardSymbol)
            return null;
        if (!_known.TryGetValue(symbol, out string? refused))
            _known[symbol] = refused = symbol is ITypeSymbol type ? Type(type) : Member(symbol);
        return refused;
    }

    private string? Type(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol or ITypeParameterSymbol => null,
        IArrayTypeSymbol array => Refused(array.ElementType),
        IPointerTypeSymbol => "A pointer",
        IFunctionPointerTypeSymbol => "A function pointer",
        IDynamicTypeSymbol => "'dynamic'",
        INamedTypeSymbol named => Definition(named) ?? Refused(named.ContainingType) ?? First(named.TypeArguments),
        _ => null,
    };

    private string? Definition(INamedTypeSymbol type)
    {
        if (IsOwn(type))
            return null;
        string name = SymbolNames.Full(type);
        return list.Find(name) is null ? SymbolNames.Readable(name) : null;
    }

    private string? Member(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator })
            return null;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
            symbol = extension;
        string? refused = Refused(symbol.ContainingType) ?? (symbol is IMethodSymbol method ? First(method.TypeArguments) : null);
        if (refused is not null || symbol.ContainingType is null || IsOwn(symbol.ContainingType))
            return refused;

        ISymbol definition = symbol.OriginalDefinition;
        string type = SymbolNames.Full(definition.ContainingType);
        return list.Find(type)!.Allows(definition.MetadataName, () => Parameters(definition).Select(one => SymbolNames.Full(one.Type)))
            ? First(Parameters(definition).Select(one => one.Type)) ?? Refused(Result(definition))
            : SymbolNames.Readable(type, definition.MetadataName);
    }

    private bool IsOwn(INamedTypeSymbol type) =>
        type.ContainingAssembly is null || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, own);

    private string? First(IEnumerable<ITypeSymbol> types)
    {
        foreach (ITypeSymbol type in types)
        {
            if (Refused(type) is { } refused)
                return refused;
        }
        return null;
    }

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static ITypeSymbol? Result(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IEventSymbol @event => @event.Type,
        _ => null,
    };
}
