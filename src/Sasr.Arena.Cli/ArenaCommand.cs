using System.CommandLine;

namespace Sasr.Arena.Cli;

/// <summary>A command with examples, which its <c>--help</c> ends with.</summary>
internal sealed class ArenaCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;

    /// <summary>Adds options and arguments.</summary>
    public ArenaCommand With(params Symbol[] symbols)
    {
        foreach (Symbol symbol in symbols)
        {
            if (symbol is Option option)
                Options.Add(option);
            else if (symbol is Argument argument)
                Arguments.Add(argument);
        }
        return this;
    }

    /// <summary>Says what the command does; the result is its exit code.</summary>
    public ArenaCommand Does(Func<ParseResult, CancellationToken, Task<int>> action)
    {
        SetAction(action);
        return this;
    }
}
