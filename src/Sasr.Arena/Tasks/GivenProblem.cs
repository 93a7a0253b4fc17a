using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Tasks;

/// <summary>A task that always asks one problem, judged as the task judges that it is of.</summary>
public sealed class GivenProblem(ReasoningTask task, Problem problem) : ReasoningTask
{
    /// <inheritdoc/>
    public override TaskInfo Info => task.Info;

    /// <summary>The problem, whatever is asked for.</summary>
    public override ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default) =>
        ValueTask.FromResult<IReadOnlyList<Problem>>([problem]);

    /// <inheritdoc/>
    public override ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) => task.ScoreAsync(submission, ct);
}
