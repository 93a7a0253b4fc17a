namespace Sasr.Arena.Scripting.Dialect;

/// <summary>What a C# script of <c>rewards/</c> can call besides the language.</summary>
public sealed class RewardGlobals : ScriptGlobals
{
    /// <summary>Declares the reward.</summary>
    /// <param name="version">Raised by every change that alters scores.</param>
    public void Reward(int version) => Declare(new() { Version = version });
}
