using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.CSharp;

/// <summary>A C# script.</summary>
internal sealed class CSharpProgram : ScriptProgram
{
    private readonly ScriptAssembly _assembly;
    private readonly Func<Rng, int, Problem>? _generate;
    private readonly Func<Problem, string, double>? _score;

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
                _ = new CSharpGame(_assembly, instance);
            else
                _score = BindScore(instance);
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

    public override double Score(Problem problem, string answer)
    {
        if (_score is null)
            throw new ScriptException(new ScriptError(ScriptErrorKind.Input, "the script defines no Score", _assembly.Script.File));
        double score = _assembly.Guard(() => _score(problem, answer));
        return score is >= 0 and <= 1
            ? score
            : throw _assembly.Error("Score", FormattableString.Invariant($"Score returned {score}; a score lies in 0 to 1"), ScriptErrorKind.Runtime);
    }

    public override IGameProgram CreateGame() => new CSharpGame(_assembly, _assembly.Run(Globals(ScriptKind.Game)));

    public override void Dispose()
    {
        _assembly.Context.Unload();
        base.Dispose();
    }

    private static ScriptGlobals Globals(ScriptKind kind) => kind switch
    {
        ScriptKind.Task => new TaskGlobals(),
        ScriptKind.Reward => new RewardGlobals(),
        _ => new GameGlobals(),
    };

    private Func<Problem, string, double>? BindScore(object instance) =>
        _assembly.TryBind<Func<Problem, string, bool>>(instance, "Score") is { } verdict
            ? (problem, answer) => verdict(problem, answer) ? 1 : 0
            : _assembly.Bind<Func<Problem, string, double>>(instance, "Score", "double Score(Problem problem, string answer)");

    private ScriptException Missing(string what) =>
        _assembly.Error("Generate", $"Generate returned null instead of {what}", ScriptErrorKind.Runtime);
}
