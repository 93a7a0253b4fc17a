using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Training.Tests.Fakes;

/// <summary>A game of one turn: say something that is not too short. An untrained policy succeeds in most of its tries.</summary>
internal sealed class LengthGame : IEnvironment
{
    private int _level;

    public EnvironmentInfo Info { get; } = new("games/length", 1, 4, 1, 1, "", [], "say something");

    public ValueTask<Observation> ResetAsync(ulong seed, ResetOptions? options = null, CancellationToken ct = default)
    {
        _level = options?.Level ?? 1;
        return ValueTask.FromResult(new Observation($"say {new Rng(seed).Integer(100, 999)}", Demonstration: new string('y', _level)));
    }

    public ValueTask<StepResult> StepAsync(string action, CancellationToken ct = default) => ValueTask.FromResult(
        new StepResult(new Observation("done"), [Reward.Of(action.Length >= _level ? 1 : 0)], true, false));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
