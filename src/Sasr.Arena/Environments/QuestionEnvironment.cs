using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Environments;

/// <summary>A task's question as an environment of one turn: the completion is the action, its reward ends the episode.</summary>
public sealed class QuestionEnvironment : IEnvironment
{
    private readonly ReasoningTask _task;
    private readonly EnvironmentDefinition _definition;
    private readonly IReadOnlyList<IRewardScript> _rewards;
    private Problem? _problem;

    /// <summary>Asks the task's questions as the definition says.</summary>
    /// <param name="task">What asks, and judges the answers.</param>
    /// <param name="definition">How.</param>
    /// <param name="rewards">The scripts that the definition's mix names.</param>
    public QuestionEnvironment(ReasoningTask task, EnvironmentDefinition definition, IReadOnlyList<IRewardScript>? rewards = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(definition);
        (_task, _definition, _rewards) = (task, definition, rewards ?? []);
        Info = Describe(task.Info, definition);
    }

    /// <inheritdoc/>
    public EnvironmentInfo Info { get; }

    /// <summary>What <see cref="Info"/> will say of a task under a definition.</summary>
    public static EnvironmentInfo Describe(TaskInfo task, EnvironmentDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(definition);
        return new EnvironmentInfo(
            task.Id, task.Version, task.Levels, Players: 1, MaxTurns: 1, definition.Instructions, task.Tags, task.Summary)
        {
            Splits = task.Splits,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<Observation> ResetAsync(ulong seed, ResetOptions? options = null, CancellationToken ct = default)
    {
        options ??= new ResetOptions();
        var request = new ProblemRequest(options.Split, options.Level, Count: 1, seed, options.Index);
        _problem = (await _task.GenerateAsync(request, ct))[0];
        return new Observation(
            _problem.Question,
            Demonstration: _definition.Format.Compose(_problem.Solution, _problem.Answer));
    }

    /// <inheritdoc/>
    public async ValueTask<StepResult> StepAsync(string action, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Problem problem = _problem
            ?? throw new InvalidOperationException("There is no question: reset the environment first.");
        _problem = null;

        string? answer = _definition.Format.Extract(action);
        Reward reward = await JudgeAsync(problem, answer, action, ct);
        string outcome = reward switch
        {
            { IsScored: false } => $"Unscored: {reward.Unscored}",
            { IsCorrect: true } => "Right.",
            _ when answer is null => $"The answer could not be read (format: {_definition.Format.Name}).",
            _ => $"Wrong: the answer was {problem.Answer}.",
        };
        var info = new Dictionary<string, string> { [StepResult.Answer] = problem.Answer };
        if (answer is not null)
            info[StepResult.Given] = answer;
        return new StepResult(new Observation(outcome), [reward], Terminated: true, Truncated: false, info);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // A completion without an answer is right in nothing, but may still be short, or free of repetition.
    private async ValueTask<Reward> JudgeAsync(Problem problem, string? answer, string completion, CancellationToken ct)
    {
        var submission = new Submission(problem, answer ?? "", completion);
        Reward judged = answer is null ? Reward.Zero : await _task.ScoreAsync(submission, ct);
        if (!judged.IsScored)
            return judged;
        var components = new Dictionary<string, double>
        {
            [Reward.AnswerComponent] = judged.Value,
            [Reward.FormatComponent] = answer is null ? 0 : 1,
        };
        Reward[] others = await Task.WhenAll(_rewards.Select(reward => reward.ScoreAsync(submission, ct).AsTask()));
        foreach ((IRewardScript script, Reward other) in _rewards.Zip(others))
        {
            if (!other.IsScored)
                return other;
            components[script.Name] = other.Value;
        }
        return _definition.Rewards.Combine(components);
    }
}
