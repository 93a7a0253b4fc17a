using System.Diagnostics;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Models.Generation;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Models.Weights;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Batches;
using Sasr.Arena.Training.Checkpoints;
using Sasr.Arena.Training.Curricula;
using Sasr.Arena.Training.Grpo;
using Sasr.Arena.Training.Metrics;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;
using Sasr.Arena.Training.Schedules;
using Sasr.Arena.Training.Sft;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training;

/// <summary>A run while it is running: the policy, its two optimizers, the schedule, and where they stand.</summary>
internal sealed class TrainingSession : IDisposable
{
    private readonly RunFolder _run;
    private readonly Recipe _recipe;
    private readonly EpisodeRunner _runner;
    private readonly Policy _policy;
    private readonly StepOptimizer _sftOptimizer;
    private readonly StepOptimizer _grpoOptimizer;
    private readonly SftStep _sft;
    private readonly GrpoStep _grpo;
    private readonly ISchedule _schedule;
    private readonly IReadOnlyList<TrainingTask> _tasks;
    private readonly Curriculum _curriculum;
    private readonly UnscoredWatch _unscored;
    private Demonstrations _demonstrations = null!;
    private Validation _validation = null!;
    private MetricsLog _log = null!;
    private LlamaForCausalLM? _reference;
    private TrainerState _state = new();

    private TrainingSession(RunFolder run, Recipe recipe, IReadOnlyList<TrainingTask> tasks, ArenaCatalog catalog)
    {
        (_run, _recipe, _tasks) = (run, recipe, tasks);
        _runner = new EpisodeRunner(catalog, EnvironmentSettings.Of(recipe));
        _policy = InitialPolicy.Create(recipe, catalog.Root);
        _sftOptimizer = new StepOptimizer(_policy.Model, recipe.Optimizer);
        _grpoOptimizer = new StepOptimizer(_policy.Model, recipe.Optimizer);
        _sft = new SftStep(_policy, _sftOptimizer);
        _grpo = new GrpoStep(_policy, _grpoOptimizer, recipe.Grpo, recipe.MaxTokens);
        _schedule = recipe.Schedule.Create();
        _curriculum = new Curriculum(tasks);
        _unscored = new UnscoredWatch(recipe.MaxUnscored);
    }

    private double Work =>
        _state.SftTokens / _recipe.Budget.SftTokens +
        _state.GrpoTokens / _recipe.Budget.GrpoTokens +
        _state.SampledTokens / _recipe.Budget.SampledTokens;

    private double BudgetSpent => Math.Min(1, Math.Max(
        _recipe.Budget.Steps is { } steps ? (double)_state.Step / steps : 0,
        _recipe.Budget.Work is { } work ? Work / work : 0));

    /// <summary>Makes a new session, or one that goes on from the run's latest checkpoint.</summary>
    public static async Task<TrainingSession> OpenAsync(RunFolder run, Recipe recipe, ArenaCatalog catalog, CancellationToken ct)
    {
        if (recipe.Rewards is { } rewards)
            catalog.Require(rewards);
        var session = new TrainingSession(run, recipe, await TrainingTask.OfAsync(recipe, catalog), catalog);
        try
        {
            session._demonstrations = await Demonstrations.PlayAsync(recipe, session._tasks, session._policy, session._runner, ct);
            session._validation = await Validation.CreateAsync(recipe, session._tasks, session._policy, session._runner, session._sft, ct);
            if (run.LatestCheckpoint is { } checkpoint)
                session.Restore(checkpoint);
            session._log = new MetricsLog(run.Path, session._state.Step, TimeProvider.System);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Steps until the budget is spent or the run is cancelled, then writes a checkpoint.</summary>
    public async Task<TrainingResult> RunAsync(Action<TrainingProgress>? progress, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        double spentBefore = BudgetSpent;
        while (BudgetSpent < 1)
        {
            TimeSpan begin = clock.Elapsed;
            long tokensBefore = Tokens();
            int step = _state.Step;
            double sftProbability = _schedule.SftProbability(new ScheduleContext(step, BudgetSpent));
            StepKind kind = Toss(step) < sftProbability ? StepKind.Sft : StepKind.Grpo;
            Dictionary<string, double> metrics;
            try
            {
                ct.ThrowIfCancellationRequested();
                metrics = kind == StepKind.Sft ? StepSft(step) : await StepGrpoAsync(step, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return new TrainingResult(_state.Step, Finished: false, Save(CheckpointFolder.Name(_state.Step)));
            }

            _state = _state with { Step = step + 1, Schedule = _schedule.State, Curriculum = _curriculum.State };
            metrics["schedule/p_sft"] = sftProbability;
            _curriculum.Measure(metrics);
            metrics["num_tokens"] = Tokens();
            metrics["work"] = Work;
            bool warmupEnds = _schedule.IsWarmup(step) && !_schedule.IsWarmup(step + 1);
            if (warmupEnds || BudgetSpent >= 1 || _validation.IsDue(_state.Step))
                await _validation.MeasureAsync(metrics);

            double seconds = (clock.Elapsed - begin).TotalSeconds;
            double speed = (Tokens() - tokensBefore) / seconds;
            _log.Add(_state.Step, kind, metrics, new Dictionary<string, double> { ["step_time"] = seconds, ["tokens_per_second"] = speed });
            if (warmupEnds)
                EndWarmup();
            if (_state.Step % _recipe.CheckpointEvery == 0 && BudgetSpent < 1)
                Save(CheckpointFolder.Name(_state.Step));
            progress?.Invoke(new TrainingProgress(
                _state.Step, kind, _schedule.IsWarmup(step), sftProbability, BudgetSpent, metrics, speed, clock.Elapsed,
                BudgetSpent > spentBefore ? clock.Elapsed * ((1 - BudgetSpent) / (BudgetSpent - spentBefore)) : null));
        }
        return new TrainingResult(_state.Step, Finished: true, Save(CheckpointFolder.Name(_state.Step)));
    }

    public void Dispose()
    {
        _log?.Dispose();
        _reference?.Dispose();
        _sftOptimizer.Dispose();
        _grpoOptimizer.Dispose();
        _policy.Dispose();
    }

    private Dictionary<string, double> StepSft(int step)
    {
        IReadOnlyList<TrainingSequence> batch = _demonstrations.Batch(_state.SftSteps, _recipe.Sft.BatchSize, _curriculum);
        double learningRate = Decayed(
            _schedule.IsWarmup(step) ? _recipe.Sft.LearningRate : _recipe.Sft.HybridLearningRate ?? _recipe.Sft.LearningRate);
        Dictionary<string, double> metrics = Guard(step, StepKind.Sft, batch, () => _sft.Run(batch, learningRate));
        _schedule.ObserveSft(step, metrics["sft/grad_norm"]);
        _state = _state with
        {
            SftSteps = _state.SftSteps + 1,
            SftTokens = _state.SftTokens + batch.Sum(sequence => (long)sequence.Tokens.Length),
        };
        return metrics;
    }

    private async Task<Dictionary<string, double>> StepGrpoAsync(int step, CancellationToken ct)
    {
        var options = new SamplingOptions(_recipe.MaxTokens, _recipe.Grpo.Temperature);
        var agent = new PolicyAgent(_policy, options, Seeds.Derive("policy", _recipe.Seed, step));
        var rollouts = new RolloutBatch(
            await _runner.RunAsync(EpisodeRequests.Rollouts(_recipe, _tasks, _curriculum, step), agent, ct), _recipe.Grpo, _policy);
        ct.ThrowIfCancellationRequested();
        _unscored.Observe(rollouts);
        TrainingSequence[] batch = [.. rollouts.Trained.Select(pair => pair.Sequence)];
        Dictionary<string, double> metrics = Guard(step, StepKind.Grpo, batch, () => _grpo.Run(rollouts, _reference, Decayed(_recipe.Grpo.LearningRate)));
        _curriculum.Observe(rollouts.Episodes);
        _state = _state with
        {
            GrpoTokens = _state.GrpoTokens + _recipe.Grpo.Iterations * batch.Sum(sequence => (long)sequence.Tokens.Length),
            SampledTokens = _state.SampledTokens + rollouts.SampledTokens,
        };
        return metrics;
    }

    /// <summary>Turns a divergence into a message that names the step, the batch and the last good checkpoint.</summary>
    private T Guard<T>(int step, StepKind kind, IReadOnlyList<TrainingSequence> batch, Func<T> train)
    {
        try
        {
            return train();
        }
        catch (DivergenceException e)
        {
            string path = FailedBatch.Save(_run.Path, batch, _policy.Tokenizer);
            string good = _run.LatestCheckpoint ?? _run.WarmupCheckpoint ?? "none yet";
            throw new InfrastructureException(
                $"Step {step + 1} ({kind.ToString().ToUpperInvariant()}) stopped the run: {e.Message}. " +
                $"Its batch: {path}. Last good checkpoint: {good}. Lower the learning rate in {_run.RecipePath} and go on with --resume.", e);
        }
    }

    private void EndWarmup()
    {
        if (_recipe.Grpo.Beta > 0)
        {
            _reference = InitialPolicy.Copy(_policy.Model);
        }
        Save(RunFolder.Warmup);
    }

    private string Save(string name)
    {
        string saved = _run.Checkpoints.Save(name, _state, _policy, _sftOptimizer, _grpoOptimizer, _reference);
        _run.Checkpoints.Prune(_recipe.CheckpointsKept);
        return saved;
    }

    private void Restore(string checkpoint)
    {
        (_state, string? reference) = CheckpointFolder.Restore(checkpoint, _policy, _sftOptimizer, _grpoOptimizer);
        _schedule.State = _state.Schedule;
        _curriculum.State = _state.Curriculum;
        if (reference is null)
            return;
        _reference = InitialPolicy.Copy(_policy.Model);
        ModelFolder.LoadWeights(_reference, reference);
    }

    private double Decayed(double learningRate) => learningRate * _recipe.Optimizer.DecayAt(BudgetSpent);

    private double Toss(int step) => new Rng(Seeds.Derive("schedule", _recipe.Seed, step)).Uniform();

    private long Tokens() => _state.SftTokens + _state.GrpoTokens + _state.SampledTokens;
}
