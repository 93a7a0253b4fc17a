using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Environments;

/// <summary>A task's question as an environment of one turn: the completion is the action, its reward ends the episode.</summary>
public sealed class QuestionEnvironment : IEnvironment
{
    private readonly ReasoningTask _task;
    private readonly EnvironmentDefinition _definition;
    private Problem? _problem;

    /// <summary>Asks the task's questions as the definition says.</summary>
    public QuestionEnvironment(ReasoningTask task, EnvironmentDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(definition);
        (_task, _definition) = (task, definition);
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
            task.Id, task.Version, task.Levels, Players: 1, MaxTurns: 1, definition.Instructions, task.Tags, task.Summary);
    }

    /// <inheritdoc/>
    public async ValueTask<Observation> ResetAsync(ulong seed, ResetOptions? options = null, CancellationToken ct = default)
    {
        options ??= new ResetOptions();
        var request = new ProblemRequest(options.Split, options.Level, Count: 1, seed);
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
        Reward reward = answer is null ? Mix(0, 0) : await JudgeAsync(problem, answer, ct);
        string outcome = reward switch
        {
            { IsScored: false } => $"Unscored: {reward.Unscored}",
            { IsCorrect: true } => "Right.",
            _ when answer is null => $"The answer could not be read (format: {_definition.Format.Name}).",
            _ => $"Wrong: the answer was {problem.Answer}.",
        };
        var info = new Dictionary<string, string> { ["answer"] = problem.Answer, ["given"] = answer ?? "" };
        return new StepResult(new Observation(outcome), [reward], Terminated: true, Truncated: false, info);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<Reward> JudgeAsync(Problem problem, string answer, CancellationToken ct)
    {
        Reward judged = await _task.ScoreAsync(new Submission(problem, answer), ct);
        return judged.IsScored ? Mix(judged.Value, 1) : judged;
    }

    private Reward Mix(double answer, double format) => _definition.Rewards.Combine(
        new Dictionary<string, double> { [Reward.AnswerComponent] = answer, [Reward.FormatComponent] = format });
}
