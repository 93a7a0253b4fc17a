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
        var domain = new Option<string?>("--domain") { Description = "Only those of this domain", HelpName = "DOMAIN" };
        Option<int[]?> levels = CommonOptions.Levels();
        levels.Description = "Only those that have all of these levels, for example 5 or 1-6";
        levels.Aliases.Add("--level");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("list", "List the tasks and games.",
                "arena tasks list", "arena tasks list 'logic/*'", "arena tasks list --domain math --tag arithmetic --level 6", "arena tasks list --json")
            .With(pattern, tag, domain, levels, json, root)
            .Does(async (parsed, _) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal);
                workspace.Catalog.Notice = null;
                var found = new List<EnvironmentInfo>();
                var broken = new List<string>();
                foreach (string id in OfDomain(workspace.Catalog.Expand(parsed.GetValue(pattern)!), parsed.GetValue(domain)))
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
                if (parsed.GetValue(levels) is { Length: > 0 } all)
                    found.RemoveAll(info => info.Levels < all.Max());

                if (parsed.GetValue(json))
                    await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(found, OutputJson.Options));
                else
                    terminal.Console.Write(TaskTable.Of(found));
                foreach ((string id, string needs) in workspace.Catalog.Unavailable)
                    await terminal.Error.WriteLineAsync($"{id} {needs}");
                foreach (string message in broken)
                    await terminal.Error.WriteLineAsync($"error: {message}");
                return broken.Count == 0 ? ExitCodes.Well : ExitCodes.Input;
            });
    }

    private static IEnumerable<string> OfDomain(IReadOnlyList<string> ids, string? domain)
    {
        if (domain is null)
            return ids;
        string[] domains = [.. ids.Select(id => id[..id.IndexOf('/', StringComparison.Ordinal)]).Distinct()];
        return domains.Contains(domain)
            ? ids.Where(id => id.StartsWith($"{domain}/", StringComparison.Ordinal))
            : throw new InputException($"There is no domain '{domain}'{Nearest.Hint(domain, domains)}");
    }

    private static void Select(List<EnvironmentInfo> found, string tag)
    {
        string[] tags = [.. found.SelectMany(info => info.Tags).Distinct().Order(StringComparer.Ordinal)];
        if (found.RemoveAll(info => !info.Tags.Contains(tag)) > 0 && found.Count == 0)
            throw new InputException($"There is no tag '{tag}'{Nearest.Hint(tag, tags)}");
    }
}
