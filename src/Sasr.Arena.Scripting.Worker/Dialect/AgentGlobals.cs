namespace Sasr.Arena.Scripting.Dialect;

/// <summary>What a C# script that acts can call besides the language.</summary>
public sealed class AgentGlobals : ScriptGlobals
{
    /// <summary>Declares the agent.</summary>
    /// <param name="version">Raised by every change that alters what it does.</param>
    public void Agent(int version) => Declare(new() { Version = version });
}
