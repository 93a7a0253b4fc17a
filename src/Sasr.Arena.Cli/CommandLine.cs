using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Sasr.Arena.Cli.Commands;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Cli;

/// <summary>The whole command line: what there is, and how whatever goes wrong ends.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line to its exit code; nothing but a bug of ours escapes as an exception.</summary>
    public static Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken ct = default) => RunAsync(args, terminal, null, ct);

    /// <summary>Runs a command line with the given maker of code runners; null for the arena's own.</summary>
    public static async Task<int> RunAsync(
        string[] args, Terminal terminal, Func<ProgramLanguage, CodeRunnerOptions, ICodeRunner>? runners, CancellationToken ct)
    {
        ParseResult parsed = Create(terminal, runners).Parse(args);
        if ((parsed.Errors.Count > 0 || UnknownOption(parsed) is not null) && parsed.Action is not HelpExamplesAction)
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

    private static RootCommand Create(Terminal terminal, Func<ProgramLanguage, CodeRunnerOptions, ICodeRunner>? runners)
    {
        var root = new RootCommand("A reasoning arena: tasks with worked solutions and verifiable rewards, and a trainer that alternates SFT and GRPO.");
        root.Subcommands.Add(DemoCommand.Create(terminal));
        root.Subcommands.Add(TrainCommand.Create(terminal));
        root.Subcommands.Add(SampleCommand.Create(terminal));
        root.Subcommands.Add(PlayCommand.Create(terminal));
        root.Subcommands.Add(EvalCommand.Create(terminal));
        root.Subcommands.Add(CompareCommand.Create(terminal));
        root.Subcommands.Add(TransferCommand.Create(terminal));
        root.Subcommands.Add(ReportCommand.Create(terminal));
        root.Subcommands.Add(JudgeCommand.Create(terminal, runners));
        root.Subcommands.Add(TasksCommand.Create(terminal));
        root.Subcommands.Add(DoctorCommand.Create(terminal));
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            help.Action = new HelpExamplesAction((HelpAction)help.Action!);
        root.Action = new HelpExamplesAction(new HelpAction());
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
        IEnumerable<string> messages = UnknownOption(parsed) is { } option
            ? [$"Unrecognized option '{option}'.{Hint(option, known)}"]
            : parsed.Errors.Select(error => error.Message).Distinct().Select(message =>
                message + Hint(parsed.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal)), known));
        foreach (string message in messages)
            await terminal.Error.WriteLineAsync($"error: {message}");
        string path = command is RootCommand ? "arena" : $"arena {string.Join(' ', Path(command))}";
        await terminal.Error.WriteLineAsync($"'{path} --help' shows what there is.");
        return ExitCodes.Input;
    }

    /// <summary>A misspelt option that was taken for an argument's value.</summary>
    private static string? UnknownOption(ParseResult parsed) => parsed.CommandResult.Children
        .OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens)
        .Select(token => token.Value)
        .FirstOrDefault(value => value.StartsWith('-') && value.Length > 1);

    private static string Hint(string? name, string[] known) =>
        name is not null && Nearest.Find(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static IEnumerable<string> Path(Command command) =>
        command is RootCommand ? [] : [.. command.Parents.OfType<Command>().SelectMany(Path), command.Name];
}
