using System.CommandLine;
using System.Text.RegularExpressions;
using Sasr.Arena.Cli.Runs;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks new</c>: writes a task that works and passes its check, to be edited.</summary>
internal static partial class TasksNewCommand
{
    private static readonly Dictionary<string, string> Extensions = new() { ["csharp"] = ".csx", ["javascript"] = ".js" };

    public static ArenaCommand Create(Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "Domain and name, such as math/discounts" };
        var language = new Option<string>("--language") { Description = "csharp or javascript", HelpName = "LANGUAGE", DefaultValueFactory = _ => "csharp" };
        language.AcceptOnlyFromAmong([.. Extensions.Keys]);
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("new", "Write a task that works and passes its check, as a beginning.",
                "arena tasks new math/discounts", "arena tasks new logic/two-doors --language javascript")
            .With(id, language, root)
            .Does(async (parsed, ct) =>
            {
                string name = parsed.GetValue(id)!, folder = Path.GetFullPath(parsed.GetValue(root) ?? Workspace.FindRoot());
                string path = await WriteAsync(folder, name, parsed.GetValue(language)!, ct);
                await terminal.Out.WriteLineAsync($"""
                    {Paths.Short(path)} is a task that works. Edit it, then:
                      arena tasks show {name} --level 2 --count 3   look at its problems and solutions
                      arena tasks check {name}                      prove that it can be trained on
                    docs/writing-a-task.md says what the check proves, and how to train on the task.
                    """.ReplaceLineEndings("\n"));
                return ExitCodes.Well;
            });
    }

    private static async Task<string> WriteAsync(string root, string id, string language, CancellationToken ct)
    {
        if (!Id().IsMatch(id))
            throw new InputException($"'{id}' is no id of a task: write a domain and a name in small letters, digits and hyphens, such as math/discounts.");
        string environments = Path.Combine(root, "environments"), domain = id[..id.IndexOf('/', StringComparison.Ordinal)];
        if (!File.Exists(Path.Combine(environments, domain, "environment.yaml")))
        {
            string[] domains = !Directory.Exists(environments) ? [] :
            [
                .. Directory.EnumerateDirectories(environments)
                    .Where(folder => File.Exists(Path.Combine(folder, "environment.yaml"))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal),
            ];
            throw new InputException($"There is no domain '{domain}'{Nearest.Hint(domain, domains)} A new one needs environments/{domain}/environment.yaml.");
        }
        string path = Path.Combine(root, "tasks", $"{id}{Extensions[language]}");
        if (Extensions.Values.Select(extension => Path.ChangeExtension(path, extension)).FirstOrDefault(File.Exists) is { } existing)
            throw new InputException($"{Paths.Short(existing)} exists already; choose another name, or remove it first.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string template = await TemplateAsync($"task{Extensions[language]}", ct);
        await File.WriteAllTextAsync(path, template.Replace("DOMAIN/NAME", id, StringComparison.Ordinal), ct);
        return path;
    }

    private static async Task<string> TemplateAsync(string name, CancellationToken ct)
    {
        await using Stream stream = typeof(TasksNewCommand).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ct);
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)+\z")]
    private static partial Regex Id();
}
