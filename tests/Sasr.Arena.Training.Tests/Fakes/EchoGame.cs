using System.Globalization;
using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Training.Tests.Fakes;

/// <summary>A game of two turns: say the number shown, then say it again.</summary>
internal sealed class EchoGame : IEnvironment
{
    private string _number = "";
    private int _turn;

    public EnvironmentInfo Info { get; } = new("games/echo", 1, 1, 1, 2, "", ["memory"], "say a number twice");

    public ValueTask<Observation> ResetAsync(ulong seed, ResetOptions? options = null, CancellationToken ct = default)
    {
        _number = new Rng(seed).Integer(10, 99).ToString(CultureInfo.InvariantCulture);
        return ValueTask.FromResult(new Observation($"say {_number}", Demonstration: _number));
    }

    public ValueTask<StepResult> StepAsync(string action, CancellationToken ct = default)
    {
        _turn++;
        bool right = action == _number;
        return ValueTask.FromResult(right && _turn < 2
            ? new StepResult(new Observation("again", Demonstration: _number), [Reward.Zero], false, false)
            : new StepResult(new Observation(right ? "done" : "no"), [Reward.Of(right ? 1 : 0)], true, false));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
