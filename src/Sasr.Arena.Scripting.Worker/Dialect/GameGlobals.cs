namespace Sasr.Arena.Scripting.Dialect;

/// <summary>What a C# script of <c>environments/games/</c> can call besides the language.</summary>
public sealed class GameGlobals : ScriptGlobals
{
    /// <summary>Declares the game.</summary>
    /// <param name="version">Raised by every change that alters observations or rewards.</param>
    /// <param name="maxTurns">Actions after which an episode is cut off.</param>
    /// <param name="players">Number of players.</param>
    /// <param name="levels">Number of difficulty levels; they count from 1.</param>
    /// <param name="tags">What the game exercises.</param>
    /// <param name="instructions">What an agent is told before its first observation.</param>
    public void Environment(
        int version, int maxTurns, int players = 1, int levels = 1, string[]? tags = null, string instructions = "") =>
        Declare(new()
        {
            Version = version,
            MaxTurns = maxTurns,
            Players = players,
            Levels = levels,
            Tags = tags ?? [],
            Instructions = instructions,
        });

    /// <summary>What an action led to; the same as <c>new StepOutcome(…)</c>.</summary>
    /// <inheritdoc cref="Dialect.StepOutcome" path="/param"/>
#pragma warning disable CA1822, IDE1006 // a script calls it on its globals; the parameters are the record's
    public StepOutcome StepOutcome(
        string Observation, double Reward = 0, bool Done = false, double[]? Rewards = null, int Player = 0) =>
        new(Observation, Reward, Done, Rewards, Player);
#pragma warning restore CA1822, IDE1006
}
