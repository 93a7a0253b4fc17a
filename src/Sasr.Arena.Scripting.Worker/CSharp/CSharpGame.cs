using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.CSharp;

/// <summary>An episode of a C# game, on its own instance of the script's variables.</summary>
internal sealed class CSharpGame(ScriptAssembly assembly, object instance) : IGameProgram
{
    private readonly Func<Rng, int, string> _reset =
        assembly.Bind<Func<Rng, int, string>>(instance, "Reset", "string Reset(Rng rng, int level)")!;

    private readonly Func<string, StepOutcome> _step =
        assembly.Bind<Func<string, StepOutcome>>(instance, "Step", "StepOutcome Step(string action)")!;

    private readonly Func<string?>? _oracle = assembly.Bind<Func<string?>>(instance, "Oracle", "string Oracle()");

    public string Reset(Rng rng, int level) => assembly.Guard(() => _reset(rng, level)) ?? throw Missing("Reset");

    public StepOutcome Step(string action)
    {
        StepOutcome? outcome = assembly.Guard(() => _step(action));
        return outcome?.Observation is null ? throw Missing("Step") : outcome;
    }

    public string? Oracle() => _oracle is null ? null : assembly.Guard(_oracle);

    private ScriptException Missing(string method) =>
        assembly.Error(method, $"{method} returned null instead of an observation", ScriptErrorKind.Runtime);
}
