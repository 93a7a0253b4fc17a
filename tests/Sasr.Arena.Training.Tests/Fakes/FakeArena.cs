using Sasr.Arena.Environments;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Training.Tests.Fakes;

/// <summary>An arena of one task and two games that run in this process.</summary>
internal sealed class FakeArena : IScriptHost
{
    private readonly TemporaryFolder _folder = new();
    private readonly Func<Submission, Reward>? _score;

    public FakeArena(Func<Submission, Reward>? score = null)
    {
        _score = score;
        foreach (string file in new[] { "tasks/words/reverse.csx", "environments/games/echo.csx", "environments/games/length.csx", "environments/words/environment.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
            File.WriteAllText(_folder.File(file), "");
        }
        Catalog = new ArenaCatalog(_folder.Path, this);
    }

    public ArenaCatalog Catalog { get; }

    public string FileIn(string name) => _folder.File(name);

    public ValueTask<ITaskScript> LoadTaskAsync(string id, string path, CancellationToken ct = default) =>
        ValueTask.FromResult<ITaskScript>(new ReverseTask(_score));

    public ValueTask<IRewardScript> LoadRewardAsync(string name, string path, CancellationToken ct = default) =>
        throw new InvalidOperationException("The task scores itself.");

    public ValueTask<IGameScript> LoadGameAsync(string id, string path, CancellationToken ct = default) =>
        ValueTask.FromResult<IGameScript>(id == "games/echo" ? new Game(() => new EchoGame()) : new Game(() => new LengthGame()));

    public ValueTask<IAgentScript> LoadAgentAsync(string name, string path, CancellationToken ct = default) =>
        throw new InvalidOperationException("There is no agent here.");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Game(Func<IEnvironment> create) : IGameScript
    {
        public EnvironmentInfo Info { get; } = create().Info;

        public IEnvironment Create() => create();
    }
}
