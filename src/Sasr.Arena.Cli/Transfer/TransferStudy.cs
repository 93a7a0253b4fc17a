using Sasr.Arena.Environments;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Evaluation.Suites;
using Sasr.Arena.Evaluation.Transfer;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>A study whose tasks, levels and recipes have all been found.</summary>
/// <param name="File">What it says.</param>
/// <param name="Design">Who is trained on what and asked what.</param>
/// <param name="Tasks">The tasks of all sources, as they are trained on.</param>
internal sealed record TransferStudy(TransferFile File, TransferDesign Design, IReadOnlyList<TrainingTask> Tasks)
{
    // The same for every study, as for the evaluations of a run.
    private const ulong ProblemSeed = 1;

    /// <summary>What the trainings start from, in words.</summary>
    public string Start => (File.Settings.Warmup, File.Start) switch
    {
        ({ } warmup, var model) => $"a warm-up of SFT common to all, {Spending(warmup)}{(model is null ? "" : $" from {model}")}, one for each seed",
        (null, { } model) => model,
        _ => "the untrained model of each seed",
    };

    /// <summary>Finds what the file names, and checks every recipe before anything is trained.</summary>
    /// <exception cref="InputException">Something is not there, or values do not fit each other.</exception>
    public static async Task<TransferStudy> ResolveAsync(TransferFile file, ArenaCatalog catalog)
    {
        RequireStart(file, catalog);
        var sources = new List<TransferSource>();
        var tasks = new List<TrainingTask>();
        foreach ((string name, TaskMix<TaskRecipe> mix) in file.Settings.Sources)
        {
            IReadOnlyList<TrainingTask> trained = await TasksAsync(file, $"sources: {name}", mix, catalog);
            sources.Add(new TransferSource(name, [.. trained.Select(task => new SourceTask(task.Id, [.. task.Levels.Distinct().Order()]))]));
            tasks.AddRange(trained);
        }
        if (file.Settings.Warmup is { } warmup)
        {
            if (warmup.Tasks.Any())
                _ = await TasksAsync(file, "warmup", warmup.Tasks, catalog);
            _ = file.WarmingUp(file.Settings.Seeds[0], tasks);
        }
        var design = new TransferDesign(sources, file.Settings.Methods, file.Settings.Seeds, await PlanAsync(file, sources, catalog));
        foreach (TransferTraining training in design.Trainings)
            _ = file.Training(training.Source, training.Method, training.Seed, start: "runs");
        return new TransferStudy(file, design, tasks);
    }

    private static void RequireStart(TransferFile file, ArenaCatalog catalog)
    {
        if (file.Start is not { } start)
            return;
        try
        {
            _ = RunFolder.ModelIn(Path.Combine(catalog.Root, start));
        }
        catch (InputException e)
        {
            throw new InputException($"{file.Path}: start: {e.Message}", e);
        }
    }

    private static async Task<IReadOnlyList<TrainingTask>> TasksAsync(TransferFile file, string key, TaskMix<TaskRecipe> mix, ArenaCatalog catalog)
    {
        try
        {
            return await TrainingTask.OfAsync(
                new Recipe { Tasks = mix, Curriculum = file.Shared.Curriculum, Demonstrations = file.Shared.Demonstrations }, catalog);
        }
        catch (InputException e) when (!e.Message.StartsWith(file.Path, StringComparison.Ordinal))
        {
            throw new InputException($"{file.Path}: {key}: {e.Message}", e);
        }
    }

    private static async Task<EvaluationPlan> PlanAsync(TransferFile file, IReadOnlyList<TransferSource> sources, ArenaCatalog catalog)
    {
        TransferRecipe settings = file.Settings;
        var targets = new SortedDictionary<string, EvaluationTarget>(StringComparer.Ordinal);
        foreach (IGrouping<string, SourceTask> own in sources.SelectMany(source => source.Tasks).GroupBy(task => task.Environment))
        {
            EnvironmentInfo info = await catalog.InfoAsync(own.Key);
            int[] trained = [.. own.SelectMany(task => task.Levels).Distinct().Order()];
            IEnumerable<int> harder = Enumerable.Range(trained[^1] + 1, Math.Min(settings.HarderLevels, info.Levels - trained[^1]));
            targets[own.Key] = EvaluationTarget.Of(info, [.. trained, .. harder], settings.Problems);
        }
        foreach (MixedTask<SuiteEntry> task in await settings.Targets.ResolveAsync(catalog, _ => LevelChoice.All))
        {
            if (task.Weight == 0)
            {
                targets.Remove(task.Id);
                continue;
            }
            IReadOnlyList<int> levels = task.Entry.Levels is null && targets.TryGetValue(task.Id, out EvaluationTarget? own) ? own.Levels : task.Levels;
            targets[task.Id] = EvaluationTarget.Of(task.Info, [.. levels.Distinct().Order()], task.Entry.Problems ?? settings.Problems);
        }
        TransferRecipe.Require(targets.Count > 0, $"{file.Path}: targets: none is left");
        return new EvaluationPlan([.. targets.Values]) { Seed = ProblemSeed, Decoding = settings.Decoding };
    }

    private static string Spending(WarmupRecipe warmup) => string.Join(", ", new[]
    {
        warmup.Work is { } work ? FormattableString.Invariant($"{work:0.##} units of work") : null,
        warmup.Steps is { } steps ? FormattableString.Invariant($"{steps} steps") : null,
    }.OfType<string>());
}
