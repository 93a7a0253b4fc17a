using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>An error that the supervisor is told of.</summary>
internal sealed class ScriptException(ScriptError error, Exception? inner = null) : Exception(error.ToString(), inner)
{
    public ScriptError Error => error;
}
