using System.CommandLine;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Cli.Runs;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks gallery</c>: the catalogue, one example of each task.</summary>
internal static class TasksGalleryCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var output = new Option<string?>("--output") { Description = "File to write (default: docs/tasks.md of the arena)", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 where the file is not what would be written" };
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("gallery", "Write the catalogue of all tasks, with one example of each.",
                "arena tasks gallery", "arena tasks gallery --check", "arena tasks gallery --output /tmp/tasks.md")
            .With(output, check, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal);
                string file = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(workspace.Root, "docs", "tasks.md"));
                string text = await Gallery.RenderAsync(workspace.Catalog, Path.GetDirectoryName(file)!, ct);
                if (!parsed.GetValue(check))
                {
                    await WholeFile.WriteAsync(file, writer => writer.WriteAsync(text));
                    await terminal.Out.WriteLineAsync($"Written to {Paths.Short(file)}.");
                    return ExitCodes.Well;
                }
                if (File.Exists(file) && await File.ReadAllTextAsync(file, ct) == text)
                    return ExitCodes.Well;
                await terminal.Error.WriteLineAsync($"{Paths.Short(file)} is stale: the tasks have changed since; write it again with 'arena tasks gallery'.");
                return ExitCodes.Failed;
            });
    }
}
