using System.Text.Json.Serialization;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Evaluation.Results;

/// <summary>What happened in one episode, as it is kept.</summary>
/// <param name="Environment">Id of a task or game.</param>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Index">Which problem of the level, from 0.</param>
/// <param name="Sample">Which of several tries at it, from 0.</param>
/// <param name="Turns">What was shown and what was done.</param>
/// <param name="Outcome">How it ended, in words.</param>
public sealed record EpisodeRecord(
    string Environment,
    int Level,
    int Index,
    int Sample,
    IReadOnlyList<TurnRecord> Turns,
    string Outcome)
{
    /// <summary>The right answer to a question; null in games.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Answer { get; init; }

    /// <summary>The answer given to a question; null in games and where none could be read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Given { get; init; }

    /// <summary>The reward, in [0, 1]; null where nobody can say.</summary>
    public double? Reward { get; init; }

    /// <summary>Parts of the reward by name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Components { get; init; }

    /// <summary>Whether the answer was entirely right.</summary>
    public bool Correct { get; init; }

    /// <summary>A limit cut the episode off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Truncated { get; init; }

    /// <summary>Why there is no reward; null where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unscored { get; init; }

    /// <summary>Whether there is a reward.</summary>
    [JsonIgnore]
    public bool IsScored => Unscored is null;

    /// <summary>The problem: the first thing shown.</summary>
    [JsonIgnore]
    public string Question => Turns.Count == 0 ? "" : Turns[0].Observation;

    /// <summary>What is kept of an episode.</summary>
    public static EpisodeRecord Of(Episode episode)
    {
        ArgumentNullException.ThrowIfNull(episode);
        EpisodeRequest request = episode.Request;
        Reward reward = episode.Reward;
        return new EpisodeRecord(
            request.Environment,
            request.Level,
            request.Index,
            request.Sample,
            [.. episode.Turns.Select(turn => new TurnRecord(turn.Observation.Text, turn.Action.Text))],
            episode.Outcome)
        {
            Answer = episode.Info?.GetValueOrDefault(StepResult.Answer),
            Given = episode.Info?.GetValueOrDefault(StepResult.Given),
            Reward = reward.IsScored ? Score.Rounded(reward.Value) : null,
            Components = reward is { IsScored: true, Components.Count: > 0 }
                ? new SortedDictionary<string, double>(reward.Components.ToDictionary(part => part.Key, part => Score.Rounded(part.Value)), StringComparer.Ordinal)
                : null,
            Correct = reward.IsCorrect,
            Truncated = episode.Truncated,
            Unscored = reward.Unscored,
        };
    }
}

/// <summary>A turn of an episode.</summary>
/// <param name="Observation">What was shown.</param>
/// <param name="Action">What was done.</param>
public sealed record TurnRecord(string Observation, string Action);
