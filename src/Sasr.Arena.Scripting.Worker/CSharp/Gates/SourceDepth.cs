using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>
/// Refuses sources so long or so deeply nested that the compiler, which calls itself for every level, would overflow its stack:
/// that ends a process, and cannot be caught.
/// </summary>
internal static class SourceDepth
{
    /// <summary>Characters in a source.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Brackets within each other, wherever they stand, counted before the source is parsed.</summary>
    public const int MaxNesting = 250;

    /// <summary>Constructs within each other, counted in the parsed tree; a sum of n terms is n deep.</summary>
    public const int MaxDepth = 500;

    /// <summary>Before parsing.</summary>
    public static Refusal? Check(SourceText text)
    {
        if (text.Length > MaxLength)
            return new Refusal(FormattableString.Invariant($"The source has {text.Length} characters; at most {MaxLength} are allowed"));
        int brackets = 0, generics = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            brackets += c switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            // Whatever cannot stand in a list of types shows that '<' was a comparison.
            generics = c switch
            {
                '<' => generics + 1,
                '>' => Math.Max(0, generics - 1),
                ',' or '.' or '_' or '?' or '[' or ']' or '(' or ')' => generics,
                _ => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) ? generics : 0,
            };
            brackets = Math.Max(0, brackets);
            if (brackets > MaxNesting || generics > MaxNesting)
                return TooDeep(text.Lines.GetLinePosition(i), MaxNesting);
        }
        return null;
    }

    /// <summary>After parsing.</summary>
    public static Refusal? Check(SyntaxTree tree)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((tree.GetRoot(), 0));
        while (open.TryPop(out (SyntaxNode Node, int Depth) next))
        {
            if (next.Depth > MaxDepth)
                return TooDeep(next.Node.GetLocation().GetLineSpan().StartLinePosition, MaxDepth);
            foreach (SyntaxNode child in next.Node.ChildNodes())
                open.Push((child, next.Depth + 1));
        }
        return null;
    }

    private static Refusal TooDeep(LinePosition where, int limit) =>
        new(FormattableString.Invariant($"The source is nested more than {limit} deep"), where.Line + 1, where.Character + 1);
}
