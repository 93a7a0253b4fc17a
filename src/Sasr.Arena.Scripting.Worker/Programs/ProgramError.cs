using System.Diagnostics;
using System.Reflection;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>What the supervisor is told of what a program threw.</summary>
internal static class ProgramError
{
    private const int MessageLength = 400;

    public static ScriptException Input(string message) => new(new ScriptError(ScriptErrorKind.Input, message));

    public static ScriptException Runtime(string message) => new(new ScriptError(ScriptErrorKind.Runtime, message));

    /// <summary>An exception with the place in the program that it came from.</summary>
    public static ScriptException Of(Exception thrown, string file)
    {
        Exception cause = thrown is TypeInitializationException or TargetInvocationException && thrown.InnerException is { } inner
            ? inner
            : thrown;
        if (cause is ScriptException known)
            return known;
        if (cause is OutOfMemoryException)
            return new ScriptException(new ScriptError(ScriptErrorKind.OutOfMemory, Describe(cause)), thrown);
        StackFrame? frame = new StackTrace(cause, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() == file && frame.GetFileLineNumber() > 0);
        return new ScriptException(
            new ScriptError(
                ScriptErrorKind.Runtime, Describe(cause), file, frame?.GetFileLineNumber() ?? 0, frame?.GetFileColumnNumber() ?? 0),
            thrown);
    }

    /// <summary>The exception's type and its message in one line. The message may be code of the program, and throw itself.</summary>
    public static string Describe(Exception thrown)
    {
        string? message;
        try
        {
            message = thrown.Message;
        }
        catch (Exception)
        {
            message = null;
        }
        return Line($"{thrown.GetType().Name}: {message}");
    }

    /// <summary>A program's text as one line of bounded length.</summary>
    public static string Line(string text)
    {
        string line = text.Length <= MessageLength ? text : $"{text.AsSpan(0, MessageLength)}…";
        return line.ReplaceLineEndings(" ").TrimEnd();
    }
}
