using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;

namespace Sasr.Arena.Scripting.Scripts;

/// <summary>A game whose state lives in a worker; it ends with that worker.</summary>
internal sealed class GameEnvironment(ScriptWorker worker, ScriptSource source, EnvironmentInfo info, TimeSpan deadline) : IEnvironment
{
    private long? _game;
    private int _turns;

    public EnvironmentInfo Info => info;

    public async ValueTask<Observation> ResetAsync(ulong seed, ResetOptions? options = null, CancellationToken ct = default)
    {
        options ??= new ResetOptions();
        if (options.Level < 1 || options.Level > info.Levels)
            throw new InputException($"{info.Id} has no level {options.Level}: its levels are 1 to {info.Levels}.");
        Close();

        ulong episode = options.Index == 0 ? seed : Seeds.Derive(seed, options.Index);
        ulong derived = Seeds.Derive(info.Id, info.Version, options.Split, options.Level, episode);
        (_game, _turns) = (worker.NewGame(), 0);
        var item = new WorkItem { Reset = new ResetItem(source.Key, _game.Value, derived, options.Level) };
        return Observe(await RunAsync(item, ct));
    }

    public async ValueTask<StepResult> StepAsync(string action, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        long game = _game ?? throw new InvalidOperationException("There is no episode: reset the environment first.");
        GameTurn turn = await RunAsync(new WorkItem { Step = new StepItem(game, action) }, ct);
        bool truncated = ++_turns >= info.MaxTurns && !turn.Done;
        if (turn.Done || truncated)
            Close();
        return new StepResult(Observe(turn), [.. turn.Rewards.Select(Reward.Of)], turn.Done, truncated);
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private static Observation Observe(GameTurn turn) => new(turn.Observation, turn.Player, turn.Oracle);

    private async Task<GameTurn> RunAsync(WorkItem item, CancellationToken ct)
    {
        try
        {
            return (await ScriptCall.RunAsync(worker, new WorkCall(item, source, deadline, ct))).Turn
                ?? throw new InfrastructureException($"{source.File}: the worker gave no turn.");
        }
        catch
        {
            Close();
            throw;
        }
    }

    private void Close()
    {
        if (_game is { } game)
            worker.Post(new WorkCall(new WorkItem { Close = game }, null, deadline, CancellationToken.None));
        _game = null;
    }
}
