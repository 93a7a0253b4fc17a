using Sasr.Arena.Training.Curricula;

namespace Sasr.Arena.Training.Checkpoints;

/// <summary>
/// Where a run stands. There is no state of a random generator in it: every draw is derived from the recipe's seed and
/// the step that it is for.
/// </summary>
internal sealed record TrainerState
{
    /// <summary>Steps taken.</summary>
    public int Step { get; init; }

    /// <summary>SFT steps among them.</summary>
    public int SftSteps { get; init; }

    /// <summary>Tokens trained on by SFT, prompts included.</summary>
    public long SftTokens { get; init; }

    /// <summary>Tokens trained on by GRPO, prompts included.</summary>
    public long GrpoTokens { get; init; }

    /// <summary>Tokens that the policy wrote.</summary>
    public long SampledTokens { get; init; }

    /// <summary>Updates of SFT's AdamW.</summary>
    public long SftUpdates { get; init; }

    /// <summary>Updates of GRPO's AdamW.</summary>
    public long GrpoUpdates { get; init; }

    /// <summary>What the schedule remembers.</summary>
    public IReadOnlyDictionary<string, double> Schedule { get; init; } = new Dictionary<string, double>();

    /// <summary>Where the tasks that have a curriculum stand in it, by id.</summary>
    public IReadOnlyDictionary<string, CurriculumState> Curriculum { get; init; } = new Dictionary<string, CurriculumState>();
}
