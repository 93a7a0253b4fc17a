using System.CommandLine.Help;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks</c>: what is asked.</summary>
internal static class TasksCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var command = new ArenaCommand("tasks", "Look at the tasks and games, write new ones, prove and measure them.",
            "arena tasks list 'math/*'", "arena tasks show math/pick-two --level 3", "arena tasks new math/discounts", "arena tasks check math/discounts");
        command.Subcommands.Add(TasksListCommand.Create(terminal));
        command.Subcommands.Add(TasksShowCommand.Create(terminal));
        command.Subcommands.Add(TasksNewCommand.Create(terminal));
        command.Subcommands.Add(TasksCheckCommand.Create(terminal));
        command.Subcommands.Add(TasksStatsCommand.Create(terminal));
        command.Subcommands.Add(TasksExportCommand.Create(terminal));
        command.Subcommands.Add(TasksGalleryCommand.Create(terminal));
        command.Action = new HelpExamplesAction(new HelpAction());
        return command;
    }
}
