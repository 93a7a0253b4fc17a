using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Sasr.Arena.Cli;

/// <summary>The usual help, and the command's examples after it.</summary>
internal sealed class HelpExamplesAction(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        int result = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ArenaCommand { Examples.Count: > 0 } command)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in command.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }
        return result;
    }
}
