using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Sasr.Arena.Cli.Commands;

namespace Sasr.Arena.Cli;

/// <summary>The whole command line: what there is, and how whatever goes wrong ends.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line to its exit code; nothing but a bug of ours escapes as an exception.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken ct = default)
    {
        ParseResult parsed = Create(terminal).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not (HelpExamplesAction or HelpAction))
            return await RefuseAsync(parsed, terminal);
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, ct);
        }
        catch (InputException e)
        {
            return await FailAsync(terminal, e, ExitCodes.Input);
        }
        catch (InfrastructureException e)
        {
            return await FailAsync(terminal, e, ExitCodes.Infrastructure);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Interrupted.");
            return ExitCodes.Interrupted;
        }
    }

    private static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("A reasoning arena: tasks with worked solutions and verifiable rewards, and a trainer that alternates SFT and GRPO.");
        root.Subcommands.Add(DemoCommand.Create(terminal));
        root.Subcommands.Add(TrainCommand.Create(terminal));
        root.Subcommands.Add(SampleCommand.Create(terminal));
        root.Subcommands.Add(PlayCommand.Create(terminal));
        root.Subcommands.Add(EvalCommand.Create(terminal));
        root.Subcommands.Add(ReportCommand.Create(terminal));
        root.Subcommands.Add(TasksCommand.Create(terminal));
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            help.Action = new HelpExamplesAction((HelpAction)help.Action!);
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        return root;
    }

    private static async Task<int> FailAsync(Terminal terminal, Exception e, int exitCode)
    {
        await terminal.Error.WriteLineAsync($"error: {e.Message.ReplaceLineEndings(" ")}");
        return exitCode;
    }

    private static async Task<int> RefuseAsync(ParseResult parsed, Terminal terminal)
    {
        Command command = parsed.CommandResult.Command;
        string[] known =
        [
            .. command.Subcommands.Select(subcommand => subcommand.Name),
            .. command.Options.Select(option => option.Name),
            .. command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive).Select(option => option.Name),
        ];
        foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
        {
            string? unknown = parsed.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal));
            string hint = unknown is not null && Nearest.Find(unknown, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            await terminal.Error.WriteLineAsync($"error: {message}{hint}");
        }
        string path = command is RootCommand ? "arena" : $"arena {string.Join(' ', Path(command))}";
        await terminal.Error.WriteLineAsync($"'{path} --help' shows what there is.");
        return ExitCodes.Input;
    }

    private static IEnumerable<string> Path(Command command) =>
        command is RootCommand ? [] : [.. command.Parents.OfType<Command>().SelectMany(Path), command.Name];

    /// <summary>The usual help, and the command's examples after it.</summary>
    private sealed class HelpExamplesAction(HelpAction usual) : SynchronousCommandLineAction
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
}
