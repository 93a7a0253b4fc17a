namespace Sasr.Arena;

/// <summary>
/// What the user gave cannot be used: a file, a flag, a script. The message is one line that says what is wrong,
/// where, and what to do; the command line prints it without a stack trace and exits with 2.
/// </summary>
public class InputException : Exception
{
    /// <summary>One line for the user.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>One line for the user, and what it came from.</summary>
    public InputException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
