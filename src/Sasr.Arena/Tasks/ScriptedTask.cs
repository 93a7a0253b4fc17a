using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Tasks;

/// <summary>A task whose script generates, and whose answers the script itself or a named reward judges.</summary>
internal sealed class ScriptedTask(ITaskScript script, IRewardScript? reward) : ReasoningTask
{
    public override TaskInfo Info => script.Info;

    public override ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default) =>
        script.GenerateAsync(request, ct);

    public override ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) =>
        reward is null ? script.ScoreAsync(submission, ct) : reward.ScoreAsync(submission, ct);
}
