using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Python;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Makes code runners.</summary>
public static class CodeRunners
{
    /// <summary>A runner for a language. It starts its processes when they are first needed.</summary>
    /// <exception cref="InputException">There is none, or the machine cannot hold what it would run.</exception>
    public static ICodeRunner Create(ProgramLanguage language, CodeRunnerOptions? options = null)
    {
        options ??= new CodeRunnerOptions();
        if (!options.AllowUnsandboxed)
            Require(Sandbox.OfThisMachine.Problem);
        return language switch
        {
            ProgramLanguage.Python => PythonRunner.Create(new PythonRunnerOptions
            {
                Workers = options.Workers,
                MemoryBytes = options.MemoryBytes,
                AllowUnsandboxed = options.AllowUnsandboxed,
            }),
            _ => new EngineRunner(language, options, Sandbox.OfThisMachine.Launcher),
        };
    }

    internal static void Require(SandboxProblem? problem)
    {
        if (problem is not null)
        {
            throw new InputException(
                $"Model-written code is not run without a sandbox: {problem} To run it all the same: --allow-unsandboxed-code.");
        }
    }
}
