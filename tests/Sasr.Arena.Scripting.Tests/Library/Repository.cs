using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>The scripts that the repository ships.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Ids only: read before any worker may start, so there is no host behind it.</summary>
    public static IReadOnlyList<string> TaskIds { get; } = FindScripts(new ArenaCatalog(Root, null!));

    private static string[] FindScripts(ArenaCatalog catalog) => [.. catalog.TaskIds.Where(id => !catalog.IsDataset(id))];

    public static ArenaCatalog Catalog => Shared.Value;

    private static Lazy<ArenaCatalog> Shared { get; } = new(() => new ArenaCatalog(Root, SharedHost.Instance));

    public static IEnumerable<int> Levels(ReasoningTask task) => Enumerable.Range(1, task.Info.Levels);

    public static ValueTask<IReadOnlyList<Problem>> DrawAsync(
        this ReasoningTask task, int level, int count, Split split = Split.Train, ulong seed = 1) =>
        task.GenerateAsync(new ProblemRequest(split, level, count, seed));

    /// <summary>Problems of every level.</summary>
    public static async Task<IReadOnlyList<Problem>> DrawAllAsync(string id, int perLevel)
    {
        ReasoningTask task = await Catalog.TaskAsync(id);
        var problems = new List<Problem>();
        foreach (int level in Levels(task))
            problems.AddRange(await task.DrawAsync(level, perLevel));
        return problems;
    }

    /// <summary>The score of an answer; fails the test where there is none.</summary>
    public static async Task<double> ScoreAsync(this ReasoningTask task, Problem problem, string answer) =>
        Value(await task.ScoreAsync(new Submission(problem, answer)), answer);

    /// <summary>What a reward says of an answer to a problem that no task drew.</summary>
    public static async Task<double> RewardAsync(string reward, string expected, string answer, object? data = null) =>
        Value(await (await Catalog.RewardAsync(reward)).ScoreAsync(new Submission(Problem(expected, data), answer)), answer);

    public static Problem Problem(string answer, object? data = null) =>
        new("test/test", 1, 1, Split.Test, 1, "?", answer, "", data is null ? null : System.Text.Json.JsonSerializer.SerializeToElement(data));

    private static double Value(Reward reward, string answer)
    {
        Assert.That(reward.Unscored, Is.Null, answer.Length > 100 ? answer[..100] : answer);
        Assert.That(reward.Value, Is.InRange(0, 1), answer);
        return reward.Value;
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Sasr.Arena.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"No Sasr.Arena.sln above {AppContext.BaseDirectory}.");
    }
}
