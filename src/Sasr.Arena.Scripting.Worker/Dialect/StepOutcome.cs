namespace Sasr.Arena.Scripting.Dialect;

/// <summary>What an action in a game led to.</summary>
/// <param name="Observation">What comes next; after the last turn, the outcome in words.</param>
/// <param name="Reward">Of the player who acted, in [0, 1]; an episode's rewards add up to at most 1.</param>
/// <param name="Done">The game has ended.</param>
/// <param name="Rewards">One a player, where others than the one who acted are rewarded too.</param>
/// <param name="Player">Whose turn is next, from 0.</param>
public sealed record StepOutcome(
    string Observation, double Reward = 0, bool Done = false, double[]? Rewards = null, int Player = 0);
