using Sasr.Arena.Programs;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Programs;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Scripts;
using Sasr.Arena.Scripting.Supervision;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting;

/// <summary>
/// Runs scripts in worker processes. A script that hangs, crashes or prints takes down a worker and its own call,
/// not this process and no other call: a new worker is started, and the other calls run there.
/// </summary>
/// <remarks>
/// All members may be called concurrently, and should be: calls that wait together travel to the worker together.
/// An edited file is a new script, and is seen when it is loaded again.
/// </remarks>
public sealed class ScriptHost : IScriptHost
{
    private readonly ScriptHostOptions _options;
    private readonly WorkerPool _pool;
    private readonly AnswerRunners _runners;

    /// <summary>A host that starts its workers when they are first needed.</summary>
    public ScriptHost(ScriptHostOptions? options = null)
        : this(options ??= new ScriptHostOptions(), new WorkerPool(options))
    {
    }

    internal ScriptHost(ScriptHostOptions options, WorkerPool pool) =>
        (_options, _pool, _runners) = (options, pool, new AnswerRunners(options.Programs, options.ProgramLimits));

    internal ScriptWorker NextWorker => _pool.Next;

    /// <inheritdoc/>
    public async ValueTask<ITaskScript> LoadTaskAsync(string id, string path, CancellationToken ct = default)
    {
        ScriptSource source = ScriptSource.Read(ScriptKind.Task, id, path, _options);
        return new TaskScript(this, source, await LoadAsync(source, ct), _options);
    }

    /// <inheritdoc/>
    public async ValueTask<IRewardScript> LoadRewardAsync(string name, string path, CancellationToken ct = default)
    {
        ScriptSource source = ScriptSource.Read(ScriptKind.Reward, name, path, _options);
        return new RewardScript(this, source, await LoadAsync(source, ct));
    }

    /// <inheritdoc/>
    public async ValueTask<IGameScript> LoadGameAsync(string id, string path, CancellationToken ct = default)
    {
        ScriptSource source = ScriptSource.Read(ScriptKind.Game, id, path, _options);
        return new GameScript(this, source, await LoadAsync(source, ct), _options);
    }

    /// <inheritdoc/>
    public async ValueTask<IAgentScript> LoadAgentAsync(string name, string path, CancellationToken ct = default)
    {
        ScriptSource source = ScriptSource.Read(ScriptKind.Agent, name, path, _options);
        return new AgentScript(this, source, await LoadAsync(source, ct), _options);
    }

    /// <summary>What holds the scripts on this machine, outermost first, as a worker finds it.</summary>
    /// <exception cref="InfrastructureException">No worker came up.</exception>
    public async Task<IReadOnlyList<SandboxLayer>> LayersAsync(CancellationToken ct = default)
    {
        var call = new WorkCall(new WorkItem { Status = true }, null, _options.CallDeadline, ct);
        return SandboxLayer.Of((await ScriptCall.RunAsync(NextWorker, call)).Status?.Restraints);
    }

    /// <summary>Ends the workers; calls that still wait fail.</summary>
    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        await _runners.DisposeAsync();
    }

    internal async Task<Reward> ScoreAsync(ScriptSource source, Declaration declaration, Submission submission, CancellationToken ct)
    {
        var item = new ScoreItem(
            source.Key, submission.Problem, submission.Answer,
            Completion: declaration.ReadsCompletion ? submission.Completion ?? submission.Answer : null);
        try
        {
            if (declaration.RunsAnswers)
            {
                WorkResult asked = await RunAsync(source, new WorkItem { Run = item }, ct);
                if (asked.Error is { } unasked)
                    return Reward.Failed(unasked.ToString());
                if (asked.Run is null)
                    return Reward.Of(0);
                Verdict verdict = await _runners.JudgeAsync(asked.Run, ct);
                if (!verdict.IsJudged)
                    return Reward.Failed($"{source.File}: the answer could not be run: {verdict.Message}");
                item = item with { Verdict = verdict };
            }
            return await RunAsync(source, new WorkItem { Score = item }, ct) switch
            {
                { Error: { } error } => Reward.Failed(error.ToString()),
                { Score: { } score } => Reward.Of(score),
                _ => Reward.Failed($"{source.File}: the worker gave no score."),
            };
        }
        catch (InfrastructureException e)
        {
            return Reward.Failed($"{source.File}: {e.Message}");
        }
    }

    private Task<WorkResult> RunAsync(ScriptSource source, WorkItem item, CancellationToken ct) =>
        NextWorker.RunAsync(new WorkCall(item, source, _options.CallDeadline, ct));

    private async Task<Declaration> LoadAsync(ScriptSource source, CancellationToken ct)
    {
        var call = new WorkCall(new WorkItem { Load = source.LoadItem }, source, _options.LoadDeadline, ct);
        return (await ScriptCall.RunAsync(NextWorker, call)).Declaration
            ?? throw new InfrastructureException($"{source.File}: the worker gave no declaration.");
    }
}
