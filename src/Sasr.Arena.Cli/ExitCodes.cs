namespace Sasr.Arena.Cli;

/// <summary>What the command ends with.</summary>
internal static class ExitCodes
{
    public const int Well = 0;

    /// <summary>What was checked does not pass.</summary>
    public const int Failed = 1;

    /// <summary>A flag, a name or a file that cannot be used.</summary>
    public const int Input = 2;

    /// <summary>Something of ours failed.</summary>
    public const int Infrastructure = 3;

    /// <summary>Ctrl-C, or the end of the input where a person was asked.</summary>
    public const int Interrupted = 130;
}
