namespace Sasr.Arena.Scripts;

/// <summary>Loads scripts, C# (<c>.csx</c>) or JavaScript (<c>.js</c>), and runs them outside this process.</summary>
/// <remarks>
/// Loading fails with <see cref="InputException"/> where the script does not compile or does not declare what its kind must;
/// the message starts with <c>file(line,column):</c>.
/// </remarks>
public interface IScriptHost : IAsyncDisposable
{
    /// <summary>A script of <c>tasks/</c>.</summary>
    ValueTask<ITaskScript> LoadTaskAsync(string id, string path, CancellationToken ct = default);

    /// <summary>A script of <c>rewards/</c>.</summary>
    ValueTask<IRewardScript> LoadRewardAsync(string name, string path, CancellationToken ct = default);

    /// <summary>A script of <c>environments/games/</c>.</summary>
    ValueTask<IGameScript> LoadGameAsync(string id, string path, CancellationToken ct = default);

    /// <summary>A script that acts, wherever it lies.</summary>
    ValueTask<IAgentScript> LoadAgentAsync(string name, string path, CancellationToken ct = default);
}
