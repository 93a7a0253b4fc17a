using Sasr.Arena.Problems;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>A script that has been compiled and has declared itself, in either language.</summary>
/// <remarks>All members throw <see cref="ScriptException"/> alone, with the position in the user's script.</remarks>
internal abstract class ScriptProgram : IDisposable
{
    public abstract Declaration Declaration { get; }

    public abstract ProblemDraft Generate(Rng rng, int level);

    /// <summary>The program that an answer is, with its tests; null where it is none.</summary>
    public abstract ProgramRun? Run(Problem problem, string answer);

    /// <param name="problem">What was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="verdict">On the program that <see cref="Run"/> made of it; null where the script has none run.</param>
    /// <param name="completion">All that the agent wrote; null where the script does not read it.</param>
    public abstract double Score(Problem problem, string answer, Verdict? verdict = null, string? completion = null);

    /// <summary>A game whose state is its own.</summary>
    public abstract IGameProgram CreateGame();

    /// <summary>What an agent does, with none of the variables that it left at another call.</summary>
    public abstract string Act(Rng rng, Situation situation);

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
