using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Tasks;

/// <summary>A source of problems with worked solutions, and the judge of answers to them.</summary>
public abstract class ReasoningTask
{
    /// <summary>Id, version, levels, tags, reward.</summary>
    public abstract TaskInfo Info { get; }

    /// <summary>Draws problems.</summary>
    /// <exception cref="InputException">The level does not exist, or is too small for the split.</exception>
    /// <exception cref="InfrastructureException">The script failed, or what runs it died.</exception>
    public abstract ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default);

    /// <summary>Judges an answer. A failure of ours comes back as <see cref="Reward.Unscored"/>, never as 0.</summary>
    public abstract ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default);
}
