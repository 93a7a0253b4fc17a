using System.Diagnostics;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>Starts confined programs, with their three standard streams redirected to this process.</summary>
internal interface ILauncher
{
    /// <summary>Whether the kernel holds what it starts.</summary>
    bool IsSandbox { get; }

    /// <summary>Starts the program. The process ends with the thread that calls this, at the latest.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    Process Start(ConfinedProgram program);

    /// <summary>Kills what <see cref="Start"/> has started.</summary>
    void Kill(Process process);
}
