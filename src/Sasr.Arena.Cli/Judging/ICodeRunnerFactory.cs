using Sasr.Arena.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>Makes the code runner of a language.</summary>
internal interface ICodeRunnerFactory
{
    /// <param name="language">Which one.</param>
    /// <param name="workers">Candidates at the same time.</param>
    /// <param name="allowUnsandboxed">Also without a sandbox.</param>
    /// <exception cref="InputException">This machine cannot run it.</exception>
    ICodeRunner Create(ProgramLanguage language, int workers, bool allowUnsandboxed);
}
