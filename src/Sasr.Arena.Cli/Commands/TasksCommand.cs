using System.CommandLine.Help;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks</c>: what is asked.</summary>
internal static class TasksCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var command = new ArenaCommand("tasks", "List the tasks and games, or show problems of one.",
            "arena tasks list 'math/*'", "arena tasks show math/pick-two --level 3");
        command.Subcommands.Add(TasksListCommand.Create(terminal));
        command.Subcommands.Add(TasksShowCommand.Create(terminal));
        command.Subcommands.Add(TasksCheckCommand.Create(terminal));
        command.Action = new HelpExamplesAction(new HelpAction());
        return command;
    }
}
