using Microsoft.CodeAnalysis;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>Why code may not run.</summary>
/// <param name="Message">One line.</param>
/// <param name="Line">In the source, from 1; 0 where it is not known.</param>
/// <param name="Column">In that line, from 1; 0 where it is not known.</param>
/// <param name="File">The source's path; null where it is not known.</param>
internal sealed record Refusal(string Message, int Line = 0, int Column = 0, string? File = null)
{
    /// <summary>A refusal of what stands at a place in a source.</summary>
    public static Refusal At(Location where, string message)
    {
        FileLinePositionSpan place = where.GetLineSpan();
        return new Refusal(message, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, place.Path);
    }
}
