using System.Collections.Concurrent;
using System.Globalization;
using Sasr.Arena.Environments;
using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Checks;

/// <summary>A drawn problem as a task of its own, whose answers are judged once each, alone or through a whole environment.</summary>
internal sealed class JudgedProblem(ReasoningTask task, DrawnProblem drawn, CancellationToken ct) : ReasoningTask
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Reward>>> _judged = new(StringComparer.Ordinal);

    public DrawnProblem Drawn => drawn;

    public override TaskInfo Info => task.Info;

    public override ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default) =>
        ValueTask.FromResult<IReadOnlyList<Problem>>([drawn.Problem]);

    public override ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) =>
        new(_judged.GetOrAdd(submission.Answer, answer => new Lazy<Task<Reward>>(() => JudgeAsync(answer))).Value);

    /// <summary>The score of an answer.</summary>
    /// <exception cref="CheckFailedException">There is none, or it is no score.</exception>
    public async Task<double> AnswerAsync(string answer) => (await ScoreAsync(new Submission(drawn.Problem, answer), ct)).Value;

    /// <summary>The score of a completion: what the environment takes out of it, judged.</summary>
    /// <exception cref="CheckFailedException">There is none, or it is no score.</exception>
    public async Task<double> CompletionAsync(IAnswerFormat format, string completion)
    {
        await using var environment = new QuestionEnvironment(this, new EnvironmentDefinition("", format, RewardMix.AnswerOnly, []));
        await environment.ResetAsync(drawn.Seed, new ResetOptions(drawn.Problem.Level), ct);
        return (await environment.StepAsync(completion, ct)).Rewards[0].Value;
    }

    /// <summary>An answer that is judged otherwise now than when it was judged first; null where there is none.</summary>
    public async Task<string?> UnstableAnswerAsync()
    {
        string[] answers = [.. _judged.Keys.Where(answer => answer.Length < 1_000)];
        bool[] same = await Task.WhenAll(answers.Select(async answer =>
            (await JudgeAsync(answer)).Value == (await _judged[answer].Value).Value));
        int unstable = Array.IndexOf(same, false);
        return unstable < 0 ? null : answers[unstable];
    }

    private async Task<Reward> JudgeAsync(string answer)
    {
        Reward reward = await task.ScoreAsync(new Submission(drawn.Problem, answer), ct);
        string? fault = reward switch
        {
            { Unscored: { } reason } => reason,
            { Value: not (>= 0 and <= 1) } => string.Create(CultureInfo.InvariantCulture, $"the score {reward.Value} is not from 0 to 1"),
            _ => null,
        };
        return fault is null
            ? reward
            : throw new CheckFailedException(Finding.At(CheckNames.Scoring, drawn, $"the answer '{Quote.Of(answer, 40)}' cannot be scored: {fault}"));
    }
}
