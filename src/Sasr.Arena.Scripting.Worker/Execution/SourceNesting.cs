using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>
/// Refuses sources so long, or with so many brackets within each other, that a parser, which calls itself for every level, would
/// overflow its stack: that ends a process, and cannot be caught.
/// </summary>
internal static class SourceNesting
{
    /// <summary>Characters in a source.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Brackets within each other, wherever they stand; in C#, those of generic types too.</summary>
    public const int MaxNesting = 250;

    /// <summary>Before parsing.</summary>
    /// <exception cref="ScriptException">The source is too long, or nested too deep.</exception>
    public static void Check(string source, string file)
    {
        if (source.Length > MaxLength)
            throw Error(source, file, 0, FormattableString.Invariant($"the source has {source.Length} characters; at most {MaxLength} are allowed"));
        int brackets = 0, generics = 0;
        for (int i = 0; i < source.Length; i++)
        {
            char c = source[i];
            brackets = Math.Max(0, brackets + c switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 });
            // Whatever cannot stand in a list of types shows that '<' was a comparison.
            generics = c switch
            {
                '<' => generics + 1,
                '>' => Math.Max(0, generics - 1),
                ',' or '.' or '_' or '?' or '[' or ']' or '(' or ')' => generics,
                _ => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) ? generics : 0,
            };
            if (brackets > MaxNesting || generics > MaxNesting)
                throw Error(source, file, i, FormattableString.Invariant($"the source is nested more than {MaxNesting} deep"));
        }
    }

    private static ScriptException Error(string source, string file, int at, string message)
    {
        ReadOnlySpan<char> before = source.AsSpan(0, at);
        return new ScriptException(new ScriptError(
            ScriptErrorKind.Refused, message, file, before.Count('\n') + 1, at - (before.LastIndexOf('\n') + 1) + 1));
    }
}
