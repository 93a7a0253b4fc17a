using System.Diagnostics;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.CSharp;

/// <summary>Finds the place in the user's script that an exception came from.</summary>
internal static class StackPosition
{
    public static ScriptException Locate(Exception thrown, LoadItem script, ScriptErrorKind kind)
    {
        string[] files = [script.File, .. script.Shared.Select(shared => shared.File)];
        StackFrame? frame = new StackTrace(thrown, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => files.Contains(frame.GetFileName()) && frame.GetFileLineNumber() > 0);
        string message = $"{thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}";
        return new ScriptException(
            new ScriptError(kind, message, frame?.GetFileName() ?? script.File, frame?.GetFileLineNumber() ?? 0, frame?.GetFileColumnNumber() ?? 0), thrown);
    }
}
