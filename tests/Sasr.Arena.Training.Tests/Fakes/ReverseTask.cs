using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Training.Tests.Fakes;

/// <summary>Asks for a word to be written backwards; small enough that a tiny decoder learns some of it at once.</summary>
internal sealed class ReverseTask(Func<Submission, Reward>? score = null) : ITaskScript
{
    public TaskInfo Info { get; } = new("words/reverse", 1, 3, ["words"], null, "write a word backwards");

    public ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default) =>
        ValueTask.FromResult(ProblemSampler.Sample(Info, request, (rng, level) =>
        {
            string word = string.Concat(rng.Integers(level + 1, 0, 9));
            string answer = string.Concat(word.Reverse());
            return new ProblemDraft(word, answer, word);
        }));

    public ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) =>
        ValueTask.FromResult(score?.Invoke(submission) ?? Reward.Of(submission.Answer == submission.Problem.Answer ? 1 : 0));
}
