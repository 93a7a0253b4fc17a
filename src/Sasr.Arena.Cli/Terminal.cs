using Spectre.Console;

namespace Sasr.Arena.Cli;

/// <summary>Where a command reads and writes: the process's own streams, or a test's.</summary>
/// <param name="In">What a person types.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors, and what is not part of a result.</param>
/// <param name="AsksPerson">Whether a person types at a terminal, and not a pipe.</param>
/// <param name="IsTerminal">Whether results are shown on a terminal; lines can then be written over.</param>
/// <param name="ShowsProgress">Whether what goes to <paramref name="Error"/> is shown on a terminal.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool AsksPerson = false, bool IsTerminal = false, bool ShowsProgress = false)
{
    /// <summary>Results with colours and tables; plain text where it is no terminal.</summary>
    public IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Out),
        Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = AsksPerson && IsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
    });

    public static Terminal System() => new(
        global::System.Console.In,
        global::System.Console.Out,
        global::System.Console.Error,
        AsksPerson: !global::System.Console.IsInputRedirected,
        IsTerminal: !global::System.Console.IsOutputRedirected,
        ShowsProgress: !global::System.Console.IsErrorRedirected);
}
