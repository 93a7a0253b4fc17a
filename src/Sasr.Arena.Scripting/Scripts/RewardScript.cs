using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Scripts;

/// <inheritdoc cref="IRewardScript"/>
internal sealed class RewardScript(ScriptHost host, ScriptSource source, Declaration declaration) : IRewardScript
{
    public string Name => source.Id;

    public int Version => declaration.Version;

    public ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) =>
        new(host.ScoreAsync(source, declaration, submission, ct));
}
