using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Python;

namespace Sasr.Arena.Cli.Judging;

/// <summary>The runners that the arena has.</summary>
internal sealed class CodeRunnerFactory : ICodeRunnerFactory
{
    public ICodeRunner Create(ProgramLanguage language, int workers, bool allowUnsandboxed) => language switch
    {
        ProgramLanguage.Python => PythonRunner.Create(new PythonRunnerOptions { Workers = workers, AllowUnsandboxed = allowUnsandboxed }),
        _ => throw new InputException($"There is no runner for {language} programs."),
    };
}
