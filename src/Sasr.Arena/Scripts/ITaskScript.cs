using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripts;

/// <summary>A loaded task script.</summary>
public interface ITaskScript
{
    /// <summary>What the script declared; <see cref="TaskInfo.Reward"/> is null where it defines its own score.</summary>
    TaskInfo Info { get; }

    /// <summary>Draws problems of one split (see <see cref="ProblemSampler"/>).</summary>
    ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default);

    /// <summary>The script's own score.</summary>
    ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default);
}
