using Sasr.Arena.Environments;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Scripts;

/// <inheritdoc cref="IGameScript"/>
internal sealed class GameScript(ScriptHost host, ScriptSource source, Declaration declaration, ScriptHostOptions options)
    : IGameScript
{
    public EnvironmentInfo Info { get; } = new(
        source.Id, declaration.Version, declaration.Levels, declaration.Players, declaration.MaxTurns,
        declaration.Instructions, declaration.Tags, source.Summary);

    public IEnvironment Create() => new GameEnvironment(host.NextWorker, source, Info, options.CallDeadline);
}
