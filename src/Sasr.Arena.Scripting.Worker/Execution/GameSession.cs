using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>An episode that is being played: checks what the script returns, and knows whose turn it is.</summary>
internal sealed class GameSession(IGameProgram game, Declaration declaration, string file)
{
    private const double Slack = 1e-9;

    private readonly double[] _totals = new double[declaration.Players];
    private int _player;

    public GameTurn Reset(ulong seed, int level) =>
        new(game.Reset(new Rng(seed), level), Player: 0, new double[_totals.Length], Done: false, game.Oracle());

    public GameTurn Step(string action)
    {
        StepOutcome outcome = game.Step(action);
        double[] rewards = outcome.Rewards ?? new double[_totals.Length];
        if (rewards.Length != _totals.Length)
            throw Error($"Rewards has {rewards.Length} values for {_totals.Length} players");
        if (outcome.Rewards is null)
            rewards[_player] = outcome.Reward;
        for (int player = 0; player < rewards.Length; player++)
        {
            if (rewards[player] is not (>= 0 and <= 1) || (_totals[player] += rewards[player]) > 1 + Slack)
                throw Error(FormattableString.Invariant($"a reward of {rewards[player]}; an episode's rewards are at least 0 and add up to at most 1"));
        }
        if (outcome.Player < 0 || outcome.Player >= _totals.Length)
            throw Error($"the next player is {outcome.Player}; players count from 0 to {_totals.Length - 1}");

        _player = outcome.Player;
        return new GameTurn(outcome.Observation, _player, rewards, outcome.Done, outcome.Done ? null : game.Oracle());
    }

    private ScriptException Error(string message) => new(new ScriptError(ScriptErrorKind.Runtime, $"Step returned {message}", file));
}
