using System.Globalization;
using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Tests.Fakes;

/// <summary>Count down from a small number, one number a turn; "crash" breaks the environment.</summary>
internal sealed class Countdown : IEnvironment
{
    private const int MaxTurns = 4;
    private int _next;
    private int _turns;

    public static int Open { get; private set; }

    public EnvironmentInfo Info { get; } = new("games/countdown", 1, 3, 1, MaxTurns, "", [], "count down");

    public ValueTask<Observation> ResetAsync(ulong seed, ResetOptions? options = null, CancellationToken ct = default)
    {
        Open++;
        _next = options!.Level + new Rng(seed).Integer(0, 1);
        return ValueTask.FromResult(Show());
    }

    public ValueTask<StepResult> StepAsync(string action, CancellationToken ct = default)
    {
        if (action == "crash")
            throw new InfrastructureException("the game's worker died");
        _turns++;
        if (action == Text(_next))
            _next--;
        return ValueTask.FromResult(new StepResult(Show(), [Reward.Of(_next == 0 ? 1 : 0)], _next == 0, _next > 0 && _turns == MaxTurns));
    }

    public ValueTask DisposeAsync()
    {
        Open--;
        return ValueTask.CompletedTask;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Observation Show() => new($"say {_next}", Demonstration: Text(_next));

    internal sealed class Script : IGameScript
    {
        public EnvironmentInfo Info { get; } = new Countdown().Info;

        public IEnvironment Create() => new Countdown();
    }
}
