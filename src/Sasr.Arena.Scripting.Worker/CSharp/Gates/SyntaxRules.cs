using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>What is refused for its form, whatever it means.</summary>
internal static class SyntaxRules
{
    /// <summary>What is wrong with a keyword; null where nothing is.</summary>
    public static string? Refused(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword or SyntaxKind.StackAllocKeyword or SyntaxKind.FixedKeyword
            or SyntaxKind.LockKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.ArgListKeyword
            or SyntaxKind.MakeRefKeyword or SyntaxKind.RefTypeKeyword or SyntaxKind.RefValueKeyword => $"'{token.ValueText}'",
        _ => null,
    };

    /// <summary>What is wrong with a construct; null where nothing is.</summary>
    public static string? Refused(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.PointerType or SyntaxKind.AddressOfExpression or SyntaxKind.PointerIndirectionExpression
            or SyntaxKind.PointerMemberAccessExpression => "A pointer",
        SyntaxKind.FunctionPointerType => "A function pointer",
        SyntaxKind.DestructorDeclaration => "A destructor",
        SyntaxKind.NamespaceDeclaration or SyntaxKind.FileScopedNamespaceDeclaration
            when IsOfFramework(((BaseNamespaceDeclarationSyntax)node).Name.ToString()) => $"A type of its own in the namespace {((BaseNamespaceDeclarationSyntax)node).Name}",
        SyntaxKind.AttributeList when ((AttributeListSyntax)node).Target?.Identifier.Kind() is SyntaxKind.AssemblyKeyword or SyntaxKind.ModuleKeyword =>
            $"An attribute of the {((AttributeListSyntax)node).Target!.Identifier.ValueText}",
        _ => null,
    };

    /// <summary>Whether a namespace is one that the runtime or the compiler looks for types in.</summary>
    public static bool IsOfFramework(string space) => space.Split('.')[0].Trim() is "System" or "Microsoft";

    /// <summary>The first directive that is more than a mark for the reader.</summary>
    /// <param name="root">Of a source.</param>
    /// <param name="mayLoad">Whether the source may load what it shares with others.</param>
    public static (string What, Location Where)? Directive(SyntaxNode root, bool mayLoad)
    {
        if (!root.ContainsDirectives)
            return null;
        foreach (SyntaxTrivia trivia in root.DescendantTrivia())
        {
            bool isAllowed = trivia.Kind() is SyntaxKind.RegionDirectiveTrivia or SyntaxKind.EndRegionDirectiveTrivia
                or SyntaxKind.NullableDirectiveTrivia or SyntaxKind.ShebangDirectiveTrivia
                || (mayLoad && trivia.IsKind(SyntaxKind.LoadDirectiveTrivia));
            if (trivia.IsDirective && !isAllowed)
            {
                return ($"#{((DirectiveTriviaSyntax)trivia.GetStructure()!).DirectiveNameToken.ValueText}", trivia.GetLocation());
            }
        }
        return null;
    }
}
