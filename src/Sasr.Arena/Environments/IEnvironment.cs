using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Environments;

/// <summary>
/// Gymnasium's contract, in text, for one or more players. A question is an environment of one turn, a game one of many;
/// nothing downstream knows the difference.
/// </summary>
public interface IEnvironment : IAsyncDisposable
{
    /// <summary>Id, version, levels, players, limits.</summary>
    EnvironmentInfo Info { get; }

    /// <summary>Begins an episode. The same seed and options begin the same episode.</summary>
    /// <exception cref="InputException">The options do not fit the environment.</exception>
    /// <exception cref="InfrastructureException">The environment failed.</exception>
    ValueTask<Observation> ResetAsync(ulong seed, ResetOptions? options = null, CancellationToken ct = default);

    /// <summary>Takes the action of the player whose turn it is.</summary>
    /// <exception cref="InvalidOperationException">There is no episode, or it has ended.</exception>
    /// <exception cref="InfrastructureException">The environment failed.</exception>
    ValueTask<StepResult> StepAsync(string action, CancellationToken ct = default);
}

/// <summary>What a player is shown.</summary>
/// <param name="Text">The observation.</param>
/// <param name="Player">Whose turn it is, from 0.</param>
/// <param name="Demonstration">A worked action that leads to the highest reward, where the environment knows one. Never shown to a policy.</param>
public sealed record Observation(string Text, int Player = 0, string? Demonstration = null);

/// <summary>How an episode begins.</summary>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Split">The split that a question is drawn from; a game derives its seeds from it.</param>
/// <param name="Index">Which of the seed's episodes: for a question, its place in the seed's sequence; a data set repeats none within it.</param>
public sealed record ResetOptions(int Level = 1, Split Split = Split.Train, int Index = 0);

/// <summary>What an action led to.</summary>
/// <param name="Observation">What comes next; after the last turn, the outcome in words.</param>
/// <param name="Rewards">One reward a player.</param>
/// <param name="Terminated">The episode has ended by its own rules.</param>
/// <param name="Truncated">The episode was cut off by a limit.</param>
/// <param name="Info">What a user may want to see and an agent must not.</param>
public sealed record StepResult(
    Observation Observation,
    IReadOnlyList<Reward> Rewards,
    bool Terminated,
    bool Truncated,
    IReadOnlyDictionary<string, string>? Info = null)
{
    /// <summary>In <see cref="Info"/>: the right answer to a question.</summary>
    public const string Answer = "answer";

    /// <summary>In <see cref="Info"/>: the answer that was given to a question; absent where it could not be read.</summary>
    public const string Given = "given";
}
