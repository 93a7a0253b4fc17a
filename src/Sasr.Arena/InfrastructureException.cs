namespace Sasr.Arena;

/// <summary>
/// Something of ours failed: a worker died, a deadline passed, a task's script threw. It says nothing about the agent,
/// so it becomes an unscored reward and never a 0; where the whole run depends on it, exit code 3.
/// </summary>
public class InfrastructureException : Exception
{
    /// <summary>One line for the log.</summary>
    public InfrastructureException(string message)
        : base(message)
    {
    }

    /// <summary>One line for the log, and what it came from.</summary>
    public InfrastructureException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
