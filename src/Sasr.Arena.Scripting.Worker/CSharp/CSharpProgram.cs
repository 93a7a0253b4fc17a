using Sasr.Arena.Problems;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.CSharp;

/// <summary>A C# script.</summary>
internal sealed class CSharpProgram : ScriptProgram
{
    private readonly ScriptAssembly _assembly;
    private readonly Func<Rng, int, Problem>? _generate;
    private readonly Func<Problem, string, ProgramRun?>? _run;
    private readonly Func<Problem, string, Verdict?, double>? _score;
    private readonly Func<Problem, string, string, double>? _scoreCompletion;

    public CSharpProgram(LoadItem script)
    {
        _assembly = new ScriptAssembly(ScriptCompiler.Compile(script, Globals(script.Kind).GetType()));
        try
        {
            ScriptGlobals globals = Globals(script.Kind);
            object instance = _assembly.Run(globals);
            Declaration = DeclarationRules.For(script.Kind, capitals: true).Check(script, globals.Declaration, _assembly.Defines);
            if (script.Kind == ScriptKind.Task)
                _generate = _assembly.Bind<Func<Rng, int, Problem>>(instance, "Generate", "Problem Generate(Rng rng, int level)");
            if (script.Kind == ScriptKind.Game)
            {
                _ = new CSharpGame(_assembly, instance);
            }
            else if (script.Kind == ScriptKind.Agent)
            {
                BindAct(instance);
            }
            else
            {
                _run = _assembly.Bind<Func<Problem, string, ProgramRun?>>(instance, "Program", "ProgramRun Program(Problem problem, string answer)");
                if (_run is null)
                    _scoreCompletion = BindCompletionScore(instance);
                if (_scoreCompletion is null)
                    _score = _run is null ? BindScore(instance) : BindVerdictScore(instance);
                Declaration = Declaration with { ReadsCompletion = _scoreCompletion is not null };
            }
        }
        catch
        {
            _assembly.Context.Unload();
            throw;
        }
    }

    public override Declaration Declaration { get; }

    public override ProblemDraft Generate(Rng rng, int level) => _assembly.Guard(() =>
    {
        Problem problem = _generate!(rng, level) ?? throw Missing("a problem");
        return new ProblemDraft(
            problem.Question ?? throw Missing("a question"),
            problem.Answer ?? throw Missing("an answer"),
            problem.Solution ?? throw Missing("a solution"),
            problem.Data);
    });

    public override ProgramRun? Run(Problem problem, string answer)
    {
        if (_run is null)
            throw NotDefined("Program");
        ProgramRun? run = _assembly.Guard(() => _run(problem, answer));
        return run is null || RunRules.Flaw(run) is not { } flaw
            ? run
            : throw _assembly.Error("Program", $"Program returned {flaw}", ScriptErrorKind.Runtime);
    }

    public override double Score(Problem problem, string answer, Verdict? verdict = null, string? completion = null)
    {
        if (_score is null && _scoreCompletion is null)
            throw NotDefined("Score");
        double score = _assembly.Guard(() => _score?.Invoke(problem, answer, verdict) ?? _scoreCompletion!(problem, answer, completion ?? answer));
        return score is >= 0 and <= 1
            ? score
            : throw _assembly.Error("Score", FormattableString.Invariant($"Score returned {score}; a score lies in 0 to 1"), ScriptErrorKind.Runtime);
    }

    public override IGameProgram CreateGame() => new CSharpGame(_assembly, _assembly.Run(Globals(ScriptKind.Game)));

    public override string Act(Rng rng, Situation situation)
    {
        if (_assembly.Script.Kind != ScriptKind.Agent)
            throw NotDefined("Act");
        Func<Rng, Situation, string?> act = BindAct(_assembly.Run(Globals(ScriptKind.Agent)));
        return _assembly.Guard(() => act(rng, situation))
            ?? throw _assembly.Error("Act", "Act returned null instead of an action", ScriptErrorKind.Runtime);
    }

    public override void Dispose()
    {
        _assembly.Context.Unload();
        base.Dispose();
    }

    private static ScriptGlobals Globals(ScriptKind kind) => kind switch
    {
        ScriptKind.Task => new TaskGlobals(),
        ScriptKind.Reward => new RewardGlobals(),
        ScriptKind.Agent => new AgentGlobals(),
        _ => new GameGlobals(),
    };

    private Func<Rng, Situation, string?> BindAct(object instance) =>
        _assembly.Bind<Func<Rng, Situation, string?>>(instance, "Act", "string Act(Rng rng, Situation situation)")!;

    private Func<Problem, string, Verdict?, double>? BindScore(object instance)
    {
        if (_assembly.TryBind<Func<Problem, string, bool>>(instance, "Score") is { } isRight)
            return (problem, answer, _) => isRight(problem, answer) ? 1 : 0;
        Func<Problem, string, double>? score = _assembly.Bind<Func<Problem, string, double>>(
            instance, "Score", "double Score(Problem problem, string answer)");
        return score is null ? null : (problem, answer, _) => score(problem, answer);
    }

    private Func<Problem, string, Verdict?, double>? BindVerdictScore(object instance) =>
        _assembly.TryBind<Func<Problem, string, Verdict?, bool>>(instance, "Score") is { } isRight
            ? (problem, answer, verdict) => isRight(problem, answer, verdict) ? 1 : 0
            : _assembly.Bind<Func<Problem, string, Verdict?, double>>(
                instance, "Score", "double Score(Problem problem, string answer, Verdict verdict)");

    private Func<Problem, string, string, double>? BindCompletionScore(object instance) =>
        _assembly.TryBind<Func<Problem, string, string, bool>>(instance, "Score") is { } isRight
            ? (problem, answer, completion) => isRight(problem, answer, completion) ? 1 : 0
            : _assembly.TryBind<Func<Problem, string, string, double>>(instance, "Score");

    private ScriptException NotDefined(string function) =>
        new(new ScriptError(ScriptErrorKind.Input, $"the script defines no {function}", _assembly.Script.File));

    private ScriptException Missing(string what) =>
        _assembly.Error("Generate", $"Generate returned null instead of {what}", ScriptErrorKind.Runtime);
}
