using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A model-written program that has been compiled. It is told what to work on, and never what should come out.</summary>
internal abstract class CandidateProgram : IDisposable
{
    /// <exception cref="Execution.ScriptException">It does not compile, or is refused.</exception>
    public static CandidateProgram Create(CompileItem item) => item.Language switch
    {
        ProgramLanguage.CSharp => new CSharpCandidate(item),
        ProgramLanguage.JavaScript => new JavaScriptCandidate(item),
        _ => throw ProgramError.Input($"this worker runs no {item.Language}"),
    };

    /// <summary>Runs the top level of a program whose functions are called next.</summary>
    /// <exception cref="Execution.ScriptException">It threw.</exception>
    public abstract void Prepare();

    /// <summary>Runs a whole program from its beginning, with no memory of earlier runs.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="Execution.ScriptException">It threw, or printed too much.</exception>
    public abstract string Run(string input);

    /// <summary>Calls one of its functions.</summary>
    /// <param name="function">The name.</param>
    /// <param name="arguments">A JSON array.</param>
    /// <returns>The result as JSON; null where there is none.</returns>
    /// <exception cref="Execution.ScriptException">There is no such function, or it threw, or returned what is no JSON.</exception>
    public abstract string? Invoke(string function, string arguments);

    /// <summary>The functions that it defines.</summary>
    public abstract IReadOnlyList<ProgramFunction> Functions();

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
