using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>A script that has been compiled and has declared itself, in either language.</summary>
/// <remarks>All members throw <see cref="ScriptException"/> alone, with the position in the user's script.</remarks>
internal abstract class ScriptProgram : IDisposable
{
    public abstract Declaration Declaration { get; }

    public abstract ProblemDraft Generate(Rng rng, int level);

    public abstract double Score(Problem problem, string answer);

    /// <summary>A game whose state is its own.</summary>
    public abstract IGameProgram CreateGame();

    public virtual void Dispose()
    {
    }
}

/// <summary>One episode's instance of a game.</summary>
internal interface IGameProgram
{
    string Reset(Rng rng, int level);

    StepOutcome Step(string action);

    /// <summary>A good next action; null where the game knows none.</summary>
    string? Oracle();
}
