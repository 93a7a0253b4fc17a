using Sasr.Arena.Environments;

namespace Sasr.Arena.Scripts;

/// <summary>A loaded script of a game of many turns.</summary>
public interface IGameScript
{
    /// <summary>What the script declared.</summary>
    EnvironmentInfo Info { get; }

    /// <summary>A new, independent instance of the game.</summary>
    IEnvironment Create();
}
