using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>
/// The first gate: looks at a source as the compiler understands it, before anything is emitted, and says where in it something is
/// used that may not be. What it cannot see, <see cref="AssemblyGate"/> does.
/// </summary>
internal sealed class SourceGate
{
    private readonly GateProfile _profile;
    private readonly SemanticModel _model;
    private readonly SymbolRules _symbols;

    private SourceGate(CSharpCompilation compilation, SyntaxTree tree, GateProfile profile)
    {
        _profile = profile;
        _model = compilation.GetSemanticModel(tree);
        _symbols = new SymbolRules(compilation.Assembly, profile.Source);
    }

    /// <summary>The first thing in the source that is refused; null where nothing is. What does not compile is not this gate's matter.</summary>
    public static Refusal? Check(CSharpCompilation compilation, SyntaxTree tree, GateProfile profile)
    {
        SyntaxNode root = tree.GetRoot();
        return SyntaxRules.Directive(root, profile.MayLoad) is { } directive
            ? Refusal.At(directive.Where, profile.Refuse(directive.What))
            : new SourceGate(compilation, tree, profile).Check(root);
    }

    private Refusal? Check(SyntaxNode root)
    {
        foreach (SyntaxNodeOrToken item in root.DescendantNodesAndTokensAndSelf())
        {
            SyntaxNode? node = item.AsNode();
            string? refused = node is null ? SyntaxRules.Refused(item.AsToken()) : SyntaxRules.Refused(node) ?? Meaning(node);
            if (refused is not null)
                return Refusal.At(node is null ? item.GetLocation()! : Place(node), _profile.Refuse(refused));
            if (!_profile.AllowsMutableStatics && node is not null && MutableStatic(node) is { } state)
                return Refusal.At(state.GetLocation(), $"{_profile.Refuse("Static state")}: {StaticState.Advice}");
        }
        return null;
    }

    private string? Meaning(SyntaxNode node) => node switch
    {
        // What it stands for is looked at where it comes from.
        IdentifierNameSyntax { IsVar: true } => null,
        ExpressionSyntax expression => Expression(expression),
        AttributeSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or OrderingSyntax or SelectOrGroupClauseSyntax =>
            Symbol(_model.GetSymbolInfo(node)),
        QueryClauseSyntax clause => Query(_model.GetQueryClauseInfo(clause)),
        CommonForEachStatementSyntax loop => ForEach(loop),
        PatternSyntax pattern => Types(_model.GetTypeInfo(pattern)),
        _ => null,
    };

    private string? Expression(ExpressionSyntax expression)
    {
        string? refused = Symbol(_model.GetSymbolInfo(expression));
        if (refused is not null)
            return refused;

        TypeInfo types = _model.GetTypeInfo(expression);
        refused = Types(types);
        if (refused is null && !SymbolEqualityComparer.Default.Equals(types.Type, types.ConvertedType))
            refused = _symbols.Refused(_model.GetConversion(expression).MethodSymbol);
        if (refused is not null)
            return refused;

        return expression switch
        {
            AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } assignment =>
                Deconstruction(_model.GetDeconstructionInfo(assignment)),
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } list =>
                First(list.Expressions.Select(element => Symbol(_model.GetCollectionInitializerSymbolInfo(element)))),
            _ => null,
        };
    }

    private string? Symbol(SymbolInfo info)
    {
        if (info.Symbol is not null || info.CandidateSymbols.IsEmpty)
            return _symbols.Refused(info.Symbol);
        // A group of methods, as in nameof, or a call that no overload fits: one that is allowed is what may have been meant.
        string?[] refused = [.. info.CandidateSymbols.Select(_symbols.Refused)];
        return refused.Contains(null) ? null : refused[0];
    }

    private string? Types(TypeInfo types) => _symbols.Refused(types.Type) ?? _symbols.Refused(types.ConvertedType);

    private string? Query(QueryClauseInfo info) => Symbol(info.OperationInfo) ?? Symbol(info.CastInfo);

    private string? ForEach(CommonForEachStatementSyntax loop)
    {
        ForEachStatementInfo info = _model.GetForEachStatementInfo(loop);
        return _symbols.Refused(info.GetEnumeratorMethod)
            ?? _symbols.Refused(info.MoveNextMethod)
            ?? _symbols.Refused(info.CurrentProperty)
            ?? _symbols.Refused(info.DisposeMethod)
            ?? _symbols.Refused(info.ElementType)
            ?? _symbols.Refused(info.ElementConversion.MethodSymbol)
            ?? _symbols.Refused(info.CurrentConversion.MethodSymbol)
            ?? (loop is ForEachVariableStatementSyntax variables ? Deconstruction(_model.GetDeconstructionInfo(variables)) : null);
    }

    private string? Deconstruction(DeconstructionInfo info) =>
        _symbols.Refused(info.Method) ?? _symbols.Refused(info.Conversion?.MethodSymbol) ?? First(info.Nested.Select(Deconstruction));

    // A field, or a property or an event with a field behind it.
    private SyntaxToken? MutableStatic(SyntaxNode node)
    {
        switch (node)
        {
            case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.StaticKeyword):
                foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                {
                    if (_model.GetDeclaredSymbol(variable) is IFieldSymbol { IsConst: false } symbol && !(symbol.IsReadOnly && IsImmutable(symbol.Type)))
                        return variable.Identifier;
                }
                return null;
            case EventFieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.StaticKeyword):
                return field.Declaration.Variables[0].Identifier;
            case PropertyDeclarationSyntax property when property.Modifiers.Any(SyntaxKind.StaticKeyword):
                return _model.GetDeclaredSymbol(property) is { IsAbstract: false } declared && HasMutableField(declared) ? property.Identifier : null;
            default:
                return null;
        }
    }

    private static bool HasMutableField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field =>
            SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property) && !(field.IsReadOnly && IsImmutable(field.Type)));

    private static bool IsImmutable(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum
        || type is IErrorTypeSymbol
        || (type is INamedTypeSymbol named && (StaticState.IsImmutable(SymbolNames.Full(named))
            || (StaticState.IsImmutableContainer(SymbolNames.Full(named)) && named.TypeArguments.All(IsImmutable))));

    private static string? First(IEnumerable<string?> refused) => refused.FirstOrDefault(one => one is not null);

    // A long chain of calls begins far from the one that is meant.
    private static Location Place(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => Place(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        QualifiedNameSyntax name => name.Right.GetLocation(),
        _ => node.GetLocation(),
    };
}
