using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Evaluation.Tests.Fakes;

/// <summary>An arena of two tasks that run in this process: what comes after a number, and what comes before it.</summary>
internal sealed class FakeArena : IScriptHost
{
    private readonly TemporaryFolder _folder = new();
    private readonly Func<Submission, Reward> _score;

    public FakeArena(Func<Submission, Reward>? score = null)
    {
        _score = score ?? (submission => Reward.Of(submission.Answer == submission.Problem.Answer ? 1 : 0));
        foreach (string file in new[] { "tasks/counting/after.csx", "tasks/counting/before.csx", "environments/counting/environment.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
            File.WriteAllText(_folder.File(file), "");
        }
        Catalog = new ArenaCatalog(_folder.Path, this);
    }

    public ArenaCatalog Catalog { get; }

    public ValueTask<ITaskScript> LoadTaskAsync(string id, string path, CancellationToken ct = default) =>
        ValueTask.FromResult<ITaskScript>(new CountingTask(id, id.EndsWith("after", StringComparison.Ordinal) ? 1 : -1, _score));

    public ValueTask<IRewardScript> LoadRewardAsync(string name, string path, CancellationToken ct = default) =>
        throw new InvalidOperationException("The tasks score themselves.");

    public ValueTask<IGameScript> LoadGameAsync(string id, string path, CancellationToken ct = default) =>
        throw new InvalidOperationException("There is no game here.");

    public ValueTask<IAgentScript> LoadAgentAsync(string name, string path, CancellationToken ct = default) =>
        throw new InvalidOperationException("There is no agent here.");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class CountingTask(string id, int step, Func<Submission, Reward> score) : ITaskScript
    {
        public TaskInfo Info { get; } = new(id, Version: 3, Levels: 2, ["counting"], Reward: null, "count by one");

        public ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default) =>
            ValueTask.FromResult(ProblemSampler.Sample(Info, request, (rng, level) =>
            {
                int number = rng.Integer(0, 1_000_000 * level);
                return new ProblemDraft($"{number}", $"{number + step}", "one step");
            }));

        public ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) => ValueTask.FromResult(score(submission));
    }
}
