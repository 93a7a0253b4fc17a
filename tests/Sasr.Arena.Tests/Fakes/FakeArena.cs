using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Tests.Fakes;

/// <summary>An arena on disk whose scripts run in this process: a task judged by a reward, and a game.</summary>
internal sealed class FakeArena : IScriptHost
{
    private readonly TemporaryFolder _folder = new();

    public FakeArena()
    {
        Write("tasks/math/double.csx");
        Write("tasks/math/half.js");
        Write("rewards/exact.js");
        Write("environments/games/countdown.csx");
        Write("environments/math/environment.yaml", "instructions: Work it out.\nformat: hash-answer\nrewards: { answer: 1, format: 0.25 }\ntasks: [math/*]\n");
        Catalog = new ArenaCatalog(_folder.Path, this);
    }

    public ArenaCatalog Catalog { get; }

    /// <summary>Answers that bring the reward's worker down.</summary>
    public string? Poison { get; set; }

    /// <summary>What rewards other than 'exact' say.</summary>
    public Func<Submission, Reward> Other { get; set; } = _ => Reward.Of(0);

    public int Loads { get; private set; }

    public void Write(string name, string text = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), text);
    }

    public ArenaCatalog Reopen() => new(_folder.Path, this);

    public ValueTask<ITaskScript> LoadTaskAsync(string id, string path, CancellationToken ct = default)
    {
        Loads++;
        return ValueTask.FromResult<ITaskScript>(new DoubleTask(id));
    }

    public ValueTask<IRewardScript> LoadRewardAsync(string name, string path, CancellationToken ct = default) =>
        ValueTask.FromResult<IRewardScript>(name == "exact" ? new Exact(this) : new Any(name, this));

    public ValueTask<IGameScript> LoadGameAsync(string id, string path, CancellationToken ct = default) =>
        ValueTask.FromResult<IGameScript>(new Countdown.Script());

    public ValueTask<IAgentScript> LoadAgentAsync(string name, string path, CancellationToken ct = default) =>
        throw new InvalidOperationException("There is no agent here.");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class DoubleTask(string id) : ITaskScript
    {
        public TaskInfo Info { get; } = new(id, 2, 3, ["arithmetic"], "exact", "double a number");

        public ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default) =>
            ValueTask.FromResult(ProblemSampler.Sample(Info, request, (rng, level) =>
            {
                int n = rng.Integer(0, 1000 * level);
                return new ProblemDraft($"2 * {n}", $"{2 * n}", $"{n} + {n}");
            }));

        public ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) =>
            throw new InvalidOperationException("The task names a reward.");
    }

    private sealed class Any(string name, FakeArena arena) : IRewardScript
    {
        public string Name => name;

        public int Version => 1;

        public ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) => ValueTask.FromResult(arena.Other(submission));
    }

    private sealed class Exact(FakeArena arena) : IRewardScript
    {
        public string Name => "exact";

        public int Version => 1;

        public ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) => ValueTask.FromResult(
            submission.Answer == arena.Poison
                ? Reward.Failed("the worker died")
                : Reward.Of(submission.Answer == submission.Problem.Answer ? 1 : 0));
    }
}
