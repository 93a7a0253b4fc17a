namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>Why code may not run.</summary>
/// <param name="Message">One line.</param>
/// <param name="Line">In the source, from 1; 0 where it is not known.</param>
/// <param name="Column">In that line, from 1; 0 where it is not known.</param>
internal sealed record Refusal(string Message, int Line = 0, int Column = 0);
