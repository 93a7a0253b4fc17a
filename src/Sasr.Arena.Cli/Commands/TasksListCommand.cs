using System.CommandLine;
using System.Text.Json;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Environments;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks list</c>: a table of the tasks and games.</summary>
internal static class TasksListCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var pattern = new Argument<string>("pattern") { Description = "Id, or a pattern such as math/*", DefaultValueFactory = _ => "*" };
        var tag = new Option<string?>("--tag") { Description = "Only those with this tag", HelpName = "TAG" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("list", "List the tasks and games.",
                "arena tasks list", "arena tasks list 'logic/*'", "arena tasks list --tag arithmetic --json")
            .With(pattern, tag, json, root)
            .Does(async (parsed, _) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal);
                var found = new List<EnvironmentInfo>();
                var broken = new List<string>();
                foreach (string id in workspace.Catalog.Expand(parsed.GetValue(pattern)!))
                {
                    try
                    {
                        found.Add(await workspace.Catalog.InfoAsync(id));
                    }
                    catch (InputException e)
                    {
                        broken.Add(e.Message);
                    }
                }
                if (parsed.GetValue(tag) is { } wanted)
                    Select(found, wanted);

                if (parsed.GetValue(json))
                    await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(found, OutputJson.Options));
                else
                    terminal.Console.Write(TaskTable.Of(found));
                foreach (string message in broken)
                    await terminal.Error.WriteLineAsync($"error: {message}");
                return broken.Count == 0 ? ExitCodes.Well : ExitCodes.Input;
            });
    }

    private static void Select(List<EnvironmentInfo> found, string tag)
    {
        string[] tags = [.. found.SelectMany(info => info.Tags).Distinct().Order(StringComparer.Ordinal)];
        if (found.RemoveAll(info => !info.Tags.Contains(tag)) > 0 && found.Count == 0)
            throw new InputException($"There is no tag '{tag}'{Nearest.Hint(tag, tags)}");
    }
}
