using System.Runtime.Loader;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Confinement;
using Sasr.Arena.Scripting.CSharp;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.JavaScript;
using Sasr.Arena.Scripting.Programs;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>Runs items, one at a time, on the scripts and games that it keeps.</summary>
internal sealed class ItemRunner
{
    private readonly Dictionary<string, LoadedScript> _scripts = [];
    private readonly Dictionary<long, GameSession> _games = [];
    private readonly ProgramRunner _programs = new();

    /// <summary>The item's result; every exception that a script can cause becomes an error in it.</summary>
    public WorkResult Run(WorkItem item)
    {
        try
        {
            return item switch
            {
                { Score: { } score } => new() { Score = Program(score.Script).Score(score.Problem, score.Answer, score.Verdict, score.Completion) },
                { Run: { } run } => new() { Run = Program(run.Script).Run(run.Problem, run.Answer) },
                { Generate: { } generate } => new() { Problems = Generate(generate) },
                { Act: { } act } => new() { Action = Act(act) },
                { Step: { } step } => new() { Turn = Game(step.Game).Step(step.Action) },
                { Reset: { } reset } => new() { Turn = Reset(reset) },
                { Load: { } load } => new() { Declaration = Load(load) },
                { Unload: { } key } => Unload(key),
                { Close: { } game } => Close(game),
                { Program: { } program } => _programs.Run(program),
                { Status: true } => new() { Status = Status() },
                _ => throw new ScriptException(new ScriptError(ScriptErrorKind.Input, "an item without a task")),
            };
        }
        catch (ScriptException e)
        {
            return new() { Error = e.Error };
        }
        catch (InputException e)
        {
            return new() { Error = new ScriptError(ScriptErrorKind.Input, e.Message) };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Exception cause = e.GetBaseException();
            return new() { Error = new ScriptError(ScriptErrorKind.Runtime, $"{cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}") };
        }
    }

    private Declaration Load(LoadItem item)
    {
        if (!_scripts.ContainsKey(item.Key))
        {
            try
            {
                ScriptProgram program = Path.GetExtension(item.File) == ".js" ? new JavaScriptProgram(item) : new CSharpProgram(item);
                _scripts[item.Key] = new LoadedScript(item, program, null);
            }
            catch (ScriptException e)
            {
                // Kept, so that whatever else names the script in the same batch is told why.
                _scripts[item.Key] = new LoadedScript(item, null, e.Error);
            }
        }
        return Program(item.Key).Declaration;
    }

    private WorkResult Unload(string key)
    {
        if (_scripts.Remove(key, out LoadedScript? script))
            script.Program?.Dispose();
        return WorkResult.Done;
    }

    private IReadOnlyList<Problem> Generate(GenerateItem item)
    {
        ScriptProgram program = Program(item.Script);
        Declaration declared = program.Declaration;
        string id = _scripts[item.Script].Item.Id;
        var task = new TaskInfo(id, declared.Version, declared.Levels, declared.Tags, declared.Reward, Summary: "");
        return ProblemSampler.Sample(task, item.Request, program.Generate);
    }

    private GameTurn Reset(ResetItem item)
    {
        ScriptProgram program = Program(item.Script);
        var session = new GameSession(program.CreateGame(), program.Declaration, _scripts[item.Script].Item.File);
        GameTurn turn = session.Reset(item.Seed, item.Level);
        _games[item.Game] = session;
        return turn;
    }

    private string Act(ActItem item)
    {
        Turn[] history = [.. item.History.Select(turn => new Turn(turn.Observation, turn.Action))];
        var situation = new Situation(item.Environment, item.Instructions, item.Observation, history);
        return Program(item.Script).Act(new Rng(item.Seed), situation);
    }

    private WorkResult Close(long game)
    {
        _games.Remove(game);
        return WorkResult.Done;
    }

    private WorkerStatus Status()
    {
        // Twice with finalizers between: a load context goes only after what it held has gone.
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        int contexts = AssemblyLoadContext.All.Count(context => context.Name == ScriptAssembly.ContextName);
        return new WorkerStatus(_scripts.Count, _games.Count, contexts, Environment.WorkingSet, RestraintsReader.Read());
    }

    private ScriptProgram Program(string key)
    {
        if (!_scripts.TryGetValue(key, out LoadedScript? script))
            throw new ScriptException(new ScriptError(ScriptErrorKind.Runtime, "the script is not loaded"));
        return script.Program ?? throw new ScriptException(script.Error!);
    }

    private GameSession Game(long game) => _games.TryGetValue(game, out GameSession? session)
        ? session
        : throw new ScriptException(new ScriptError(ScriptErrorKind.Runtime, "there is no such game"));

    private sealed record LoadedScript(LoadItem Item, ScriptProgram? Program, ScriptError? Error);
}
