using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Episodes;

/// <summary>An episode that is being played.</summary>
internal sealed class OpenEpisode(EpisodeRequest request, IEnvironment environment)
{
    private readonly List<Exchange> _turns = [];
    private readonly Reward[] _rewards = [.. Enumerable.Repeat(Reward.Zero, environment.Info.Players)];
    private Observation _observation = new("");
    private bool _truncated;
    private IReadOnlyDictionary<string, string>? _info;

    public IEnvironment Environment => environment;

    public bool Ended { get; private set; }

    public Conversation Conversation => new(
        request.ConversationId(_turns.Count),
        environment.Info,
        [.. _turns],
        _observation,
        request.Level);

    public Task ResetAsync(CancellationToken ct) => GuardAsync(async () =>
        _observation = await environment.ResetAsync(request.Seed, new ResetOptions(request.Level, request.Split, request.Index), ct));

    public Task StepAsync(AgentAction action, CancellationToken ct) => GuardAsync(async () =>
    {
        _turns.Add(new Exchange(_observation, action));
        if (action.Failure is { } failure)
        {
            Fail(failure);
            return;
        }
        StepResult step = await environment.StepAsync(action.Text, ct);
        for (int player = 0; player < _rewards.Length; player++)
            _rewards[player] = Add(_rewards[player], step.Rewards[player]);
        _observation = step.Observation;
        (_truncated, _info) = (step.Truncated, step.Info);
        Ended = step.Terminated || step.Truncated || _rewards.Any(reward => !reward.IsScored);
    });

    public Episode Close() => new(request, environment.Info, _turns, _rewards, _observation.Text, _truncated, _info);

    private static Reward Add(Reward total, Reward step) =>
        new(total.Value + step.Value, step.Components, total.Unscored ?? step.Unscored);

    private async Task GuardAsync(Func<Task> play)
    {
        try
        {
            await play();
        }
        catch (InfrastructureException e)
        {
            Fail(e.Message);
        }
    }

    private void Fail(string reason)
    {
        Ended = true;
        Array.Fill(_rewards, Reward.Failed(reason));
        _observation = new Observation($"Unscored: {reason}");
    }
}
