using Sasr.Arena.Rewards;

namespace Sasr.Arena.Scripts;

/// <summary>A loaded reward script.</summary>
public interface IRewardScript
{
    /// <summary>From the file's name: <c>numeric</c>.</summary>
    string Name { get; }

    /// <summary>Raised by every change that alters scores.</summary>
    int Version { get; }

    /// <summary>Judges an answer, in [0, 1].</summary>
    ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default);
}
