using Sasr.Arena.Agents;
using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Runs;

/// <summary>Evaluates a run's checkpoints on held-out problems of the tasks and levels that it trained on, and keeps the results in its folder.</summary>
internal sealed class RunEvaluations(Terminal terminal, Workspace workspace, RunFolder run, int problems)
{
    /// <summary>Where the evaluation of the latest checkpoint is kept.</summary>
    public const string LatestFile = "eval.json";

    private const string WarmupFile = "eval-warmup.json";
    private const ulong Seed = 1;

    private readonly Recipe _recipe = RecipeFile.Read(run.RecipePath).Recipe;

    /// <summary>The checkpoint at the end of the warm-up, where there is one, and the latest; those that were evaluated before are read.</summary>
    public async Task<IReadOnlyList<LabelledEvaluation>> EvaluateAsync(CancellationToken ct)
    {
        var evaluations = new List<LabelledEvaluation>();
        if (run.WarmupCheckpoint is { } warmup)
            evaluations.Add(new LabelledEvaluation("after warm-up", await EvaluateAsync(warmup, WarmupFile, ct)));
        if (run.LatestCheckpoint is { } latest)
            evaluations.Add(new LabelledEvaluation("at the end", await EvaluateAsync(latest, LatestFile, ct)));
        return evaluations;
    }

    private async Task<EvaluationResult> EvaluateAsync(string checkpoint, string file, CancellationToken ct)
    {
        string path = Path.Combine(run.Path, file), name = Path.GetFileName(checkpoint);
        EvaluationPlan plan = await PlanAsync();
        if (Known(path) is { } known && IsOf(known, name, plan))
            return known;
        EvaluationResult result = await ModelAgent.UseAsync(
            checkpoint,
            new AgentOptions(new Decoding(), _recipe.Threads),
            (agent, overrides, _) => new Evaluator(new EpisodeRunner(workspace.Catalog, overrides))
                .RunAsync(plan, agent, name, CountingLine.For(terminal, $"evaluating {name}"), ct));
        result.Save(path);
        return result;
    }

    private async Task<EvaluationPlan> PlanAsync()
    {
        var targets = new List<EvaluationTarget>();
        foreach (TrainingTask task in (await TrainingTask.OfAsync(_recipe, workspace.Catalog)).OrderBy(task => task.Id, StringComparer.Ordinal))
            targets.Add(EvaluationTarget.Of(await workspace.Catalog.InfoAsync(task.Id), [.. task.Levels.Distinct().Order()], problems));
        return new EvaluationPlan(targets) { Seed = Seed };
    }

    // One that cannot be read, such as an earlier version's, is made again.
    private static EvaluationResult? Known(string path)
    {
        try
        {
            return File.Exists(path) ? EvaluationResult.Read(path) : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static bool IsOf(EvaluationResult result, string name, EvaluationPlan plan) =>
        result.Agent == name
        && result.Seed == plan.Seed
        && result.Environments.Select(environment => (environment.Environment, environment.Version, environment.Problems))
            .SequenceEqual(plan.Targets.Select(target => (target.Environment, target.Version, target.Problems)));
}
