using Microsoft.CodeAnalysis;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>
/// Refuses sources whose parts lie so deep within each other that the compiler would take minutes over them, or overflow its stack.
/// </summary>
internal static class SourceDepth
{
    /// <summary>Constructs within each other; a sum of n terms is n deep.</summary>
    public const int MaxDepth = 500;

    /// <summary>After parsing: the place that is too deep; null where none is.</summary>
    public static Refusal? Check(SyntaxTree tree)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((tree.GetRoot(), 0));
        while (open.TryPop(out (SyntaxNode Node, int Depth) next))
        {
            if (next.Depth > MaxDepth)
                return Refusal.At(next.Node.GetLocation(), FormattableString.Invariant($"the source is nested more than {MaxDepth} deep"));
            foreach (SyntaxNode child in next.Node.ChildNodes())
                open.Push((child, next.Depth + 1));
        }
        return null;
    }
}
