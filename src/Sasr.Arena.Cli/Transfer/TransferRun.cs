using System.Globalization;
using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Transfer;
using Sasr.Arena.Training;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>Trains and evaluates what of a study is not there yet. Interrupted at any moment, it goes on where it was.</summary>
internal sealed class TransferRun(Terminal terminal, Workspace workspace, TransferStudy study, StudyFolder folder)
{
    private readonly TransferDesign _design = study.Design;

    /// <summary>Does all that is left to do.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted; what was learned is saved.</exception>
    public async Task<TransferResult> RunAsync(CancellationToken ct)
    {
        var starts = new Dictionary<ulong, EvaluationResult>();
        var ends = new Dictionary<TransferTraining, EvaluationResult>();
        var spent = new List<TrainingSpent>();
        foreach (ulong seed in _design.Seeds)
            starts[seed] = IsNamed && starts.Count > 0 ? starts.Values.First() : await StartAsync(seed, ct);
        IReadOnlyList<TransferTraining> trainings = _design.Trainings;
        foreach ((int i, TransferTraining training) in trainings.Index())
        {
            string count = string.Create(CultureInfo.InvariantCulture, $"[{(i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(trainings.Count.ToString(CultureInfo.InvariantCulture).Length)}/{trainings.Count}]");
            string name = string.Create(CultureInfo.InvariantCulture, $"{training.Source} by {training.Method}, seed {training.Seed}");
            RecipeFile recipe = study.File.Training(training.Source, training.Method, training.Seed, Relative(ModelOf(training.Seed)));
            RunFolder run = StudyFolder.Run(folder.Of(training), recipe);
            (ends[training], bool known) = await TrainedAsync(run, recipe, $"{count} {name}", name, ct);
            TrainingSpent cost = Spent(training, run);
            spent.Add(cost);
            await SayAsync(string.Create(CultureInfo.InvariantCulture,
                $"{count} {name}: {cost.Steps} steps, {100.0 * cost.SftSteps / cost.Steps:0} % SFT, {cost.Work:0.0} of work, {Right(ends[training])}{(known ? " (was done)" : "")}"));
        }
        return TransferResult.Of(
            study.File.Name, study.Start, study.File.Shared.Budget.Work, _design, new TransferEvaluations(starts, ends), spent);
    }

    // All seeds start from the very model that the study names.
    private bool IsNamed => study.File is { Settings.Warmup: null, Start: not null };

    /// <summary>The model that the trainings of a seed start from: a run of the warm-up, the one that is named, or the untrained one.</summary>
    private string ModelOf(ulong seed) => IsNamed ? Path.Combine(workspace.Root, study.File.Start!) : folder.StartOf(seed);

    private async Task<EvaluationResult> StartAsync(ulong seed, CancellationToken ct)
    {
        string place = IsNamed ? folder.StartPath : folder.StartOf(seed), model = ModelOf(seed);
        string name = IsNamed ? $"start, {study.File.Start}" : string.Create(CultureInfo.InvariantCulture, $"start, seed {seed}");
        if (study.File.Settings.Warmup is not null)
        {
            RecipeFile recipe = study.File.WarmingUp(seed, study.Tasks);
            (EvaluationResult warm, bool known) = await TrainedAsync(StudyFolder.Run(place, recipe), recipe, $"warm-up, seed {seed}", name, ct);
            await SayAsync($"{name}: {Right(warm)}{(known ? " (was done)" : "")}");
            return warm;
        }
        if (model == place && !File.Exists(Path.Combine(place, "config.json")))
            await SaveUntrainedAsync(place, seed);
        EvaluationResult result = await EvaluatedAsync(model, Path.Combine(place, StudyFolder.EvaluationFile), name, ct);
        await SayAsync($"{name}: {Right(result)}");
        return result;
    }

    private async Task SaveUntrainedAsync(string place, ulong seed)
    {
        string unfinished = $"{place}.unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        await Trainer.SaveInitialAsync(unfinished, study.File.Untrained(seed), workspace.Catalog);
        Directory.Move(unfinished, place);
    }

    /// <summary>A run's last model on the targets; it is trained where it is not.</summary>
    private async Task<(EvaluationResult Result, bool Known)> TrainedAsync(RunFolder run, RecipeFile recipe, string label, string name, CancellationToken ct)
    {
        string path = Path.Combine(run.Path, StudyFolder.EvaluationFile);
        if (run.LatestCheckpoint is { } latest && Known(path, $"{name}, {Path.GetFileName(latest)}") is { } known)
            return (known, true);
        var line = new ProgressLine(terminal, label, total: 100);
        TrainingResult trained;
        try
        {
            trained = await Trainer.RunAsync(run, recipe.Recipe, workspace.Catalog, progress => line.Show((int)(100 * progress.BudgetSpent)), ct);
        }
        finally
        {
            line.Clear();
        }
        if (!trained.Finished)
            throw new OperationCanceledException(ct);
        return (await EvaluatedAsync(trained.Checkpoint, path, $"{name}, {Path.GetFileName(trained.Checkpoint)}", ct), false);
    }

    private async Task<EvaluationResult> EvaluatedAsync(string model, string path, string name, CancellationToken ct)
    {
        if (Known(path, name) is { } known)
            return known;
        int tooLong = 0;
        EvaluationResult result = await ModelAgent.UseAsync(
            model,
            new AgentOptions(_design.Plan.Decoding, study.File.Shared.Threads),
            (agent, overrides, _) => new Evaluator(new EpisodeRunner(workspace.Catalog, overrides))
                .RunAsync(_design.Plan, agent, name, CountingLine.For(terminal, $"evaluating {name}"), ct),
            (_, _) => tooLong++);
        if (tooLong > 0)
            await SayAsync($"{tooLong} prompts are longer than the model can read and count as not answered.");
        await WholeFile.WriteAsync(path, writer => writer.WriteAsync(result.ToJson()));
        return result;
    }

    private EvaluationResult? Known(string path, string name)
    {
        EvaluationResult result;
        try
        {
            if (!File.Exists(path))
                return null;
            result = EvaluationResult.Read(path);
        }
        catch (InputException)
        {
            // One of another version is made again.
            return null;
        }
        EvaluationPlan plan = result.Plan();
        return result.Agent == name && plan.Split == _design.Plan.Split && plan.Seed == _design.Plan.Seed && plan.Samples == _design.Plan.Samples
            && plan.Decoding == _design.Plan.Decoding && plan.Targets.Select(Asked).SequenceEqual(_design.Plan.Targets.Select(Asked))
            ? result
            : null;

        static (string, int, string, int) Asked(EvaluationTarget target) =>
            (target.Environment, target.Version, string.Join(',', target.Levels), target.Problems);
    }

    private static TrainingSpent Spent(TransferTraining training, RunFolder run)
    {
        IReadOnlyList<MetricsRow> metrics = MetricsFile.Read(run.MetricsPath);
        return new TrainingSpent(
            training.Source, training.Method, training.Seed, Path.GetFileName(run.LatestCheckpoint!),
            metrics[^1].Step, metrics.Count(row => row.IsSft), metrics[^1].Values["work"]);
    }

    private static string Right(EvaluationResult result) =>
        $"{Figures.Percentage(result.Total.Accuracy)} of all targets";

    private string Relative(string path) => Path.GetRelativePath(workspace.Root, path).Replace(Path.DirectorySeparatorChar, '/');

    private async Task SayAsync(string line)
    {
        await terminal.Error.WriteLineAsync(line);
        await terminal.Error.FlushAsync();
    }
}
