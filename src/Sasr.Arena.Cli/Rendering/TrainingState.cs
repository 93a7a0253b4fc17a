using System.Globalization;
using Sasr.Arena.Training;
using Sasr.Arena.Training.Schedules;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>What is shown of a run: the last step, and the last value of what not every step measures.</summary>
internal sealed class TrainingState
{
    public const string AccuracyMetric = "validation/accuracy";

    private const string CurriculumPrefix = "curriculum/", LevelSuffix = "/level";

    private readonly List<double> _rewards = [];
    private readonly List<StepKind> _kinds = [];
    private readonly Queue<double> _speeds = new();

    public TrainingProgress? Last { get; private set; }

    public double? Accuracy { get; private set; }

    public double? Loss { get; private set; }

    public IReadOnlyList<double> Rewards => _rewards;

    public IReadOnlyList<StepKind> Kinds => _kinds;

    /// <summary>Tokens a second, over the last steps.</summary>
    public double Speed => _speeds.Count == 0 ? 0 : _speeds.Average();

    public double? Reward => _rewards.Count == 0 ? null : _rewards.TakeLast(5).Average();

    /// <summary>The highest open levels of the tasks that have a curriculum; empty where none has.</summary>
    public string Levels { get; private set; } = "";

    public void Observe(TrainingProgress progress)
    {
        Last = progress;
        _kinds.Add(progress.Kind);
        _speeds.Enqueue(progress.TokensPerSecond);
        if (_speeds.Count > 10)
            _speeds.Dequeue();
        if (progress.Metrics.TryGetValue("reward", out double reward))
            _rewards.Add(reward);
        if (progress.Metrics.TryGetValue("sft/loss", out double loss))
            Loss = loss;
        if (progress.Metrics.TryGetValue(AccuracyMetric, out double accuracy))
            Accuracy = accuracy;
        Levels = Describe([
            .. progress.Metrics
                .Where(pair => pair.Key.StartsWith(CurriculumPrefix, StringComparison.Ordinal) && pair.Key.EndsWith(LevelSuffix, StringComparison.Ordinal))
                .Select(pair => (pair.Key[CurriculumPrefix.Length..^LevelSuffix.Length], (int)pair.Value)),
        ]);
    }

    public string Line()
    {
        TrainingProgress last = Last!;
        string kind = Kind(last);
        return string.Create(CultureInfo.InvariantCulture,
            $"step {last.Step,5}  {100 * last.BudgetSpent,3:0}%  {kind,-7}  p(SFT) {last.SftProbability:0.00}  loss {Or(Loss, "0.000")}  " +
            $"reward {Or(Reward, "0.000")}  accuracy {Or(Accuracy, "0.000")}  {Speed / 1000:0.0}k tokens/s  left {Left(last.Remaining)}{(Levels.Length == 0 ? "" : $"  levels {Levels}")}");
    }

    public static string Kind(TrainingProgress progress) => progress switch
    {
        { Warmup: true } => "warm-up",
        { Kind: StepKind.Sft } => "SFT",
        _ => "GRPO",
    };

    public static string Or(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    public static string Left(TimeSpan? time) => time is not { } left ? "-"
        : left.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}h{left.Minutes:00}m")
        : string.Create(CultureInfo.InvariantCulture, $"{left.Minutes}m{left.Seconds:00}s");

    /// <summary>A few tasks by their names, many by how many stand on each level.</summary>
    private static string Describe(IReadOnlyList<(string Id, int Level)> tasks) => string.Join(", ", tasks.Count <= 3
        ? tasks.Select(task => string.Create(CultureInfo.InvariantCulture, $"{task.Id[(task.Id.LastIndexOf('/') + 1)..]} {task.Level}"))
        : tasks.GroupBy(task => task.Level).OrderBy(level => level.Key)
            .Select(level => string.Create(CultureInfo.InvariantCulture, $"{level.Key}: {level.Count()} tasks")));
}
