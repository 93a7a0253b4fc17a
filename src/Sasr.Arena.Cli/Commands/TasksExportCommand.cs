using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks export</c>: problems with their worked solutions as JSON lines, for other trainers.</summary>
internal static class TasksExportCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ArenaCommand Create(Terminal terminal)
    {
        Argument<string[]> patterns = TaskSelection.Patterns();
        Option<Split> split = CommonOptions.Split(Split.Train);
        Option<int> count = CommonOptions.Count("Problems of every level of every task", 100);
        Option<int[]?> levels = CommonOptions.Levels();
        Option<ulong> seed = CommonOptions.Seed();
        var output = new Option<string?>("--output") { Description = "File to write, whole or not at all (default: print)", HelpName = "FILE" };
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("export", "Write problems with their worked solutions as JSON lines, for other trainers.",
                "arena tasks export 'math/*' --count 1000 --output math.jsonl", "arena tasks export logic/sorting --split test --levels 1-3")
            .With(patterns, split, count, levels, seed, output, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal);
                string[] ids = TaskSelection.Expand(workspace.Catalog, parsed.GetValue(patterns)!);
                int[]? wanted = parsed.GetValue(levels) is { Length: > 0 } some ? some : null;
                var request = new ProblemRequest(parsed.GetValue(split), Level: 1, parsed.GetValue(count), parsed.GetValue(seed));
                if (parsed.GetValue(output) is not { } file)
                {
                    await WriteAsync(terminal.Out, workspace.Catalog, ids, wanted, request, ct);
                    return ExitCodes.Well;
                }
                int written = 0;
                await WholeFile.WriteAsync(file, async writer => written = await WriteAsync(writer, workspace.Catalog, ids, wanted, request, ct));
                await terminal.Out.WriteLineAsync($"{written} problems written to {file}.");
                return ExitCodes.Well;
            });
    }

    private static async Task<int> WriteAsync(
        TextWriter writer, ArenaCatalog catalog, string[] ids, int[]? wanted, ProblemRequest request, CancellationToken ct)
    {
        int written = 0;
        foreach (string id in ids)
        {
            ReasoningTask task = await catalog.TaskAsync(id);
            EnvironmentDefinition asked = catalog.Definition(id);
            foreach (int level in Enumerable.Range(1, task.Info.Levels).Where(level => wanted?.Contains(level) ?? true))
            {
                foreach (Problem problem in await task.GenerateAsync(request with { Level = level }, ct))
                {
                    await writer.WriteAsync(Line(problem, asked).ToJsonString(Json) + "\n");
                    written++;
                }
            }
        }
        return written > 0 ? written : throw new InputException("--levels: none of the tasks has such a level.");
    }

    private static JsonObject Line(Problem problem, EnvironmentDefinition asked)
    {
        var line = new JsonObject
        {
            ["task"] = problem.Task,
            ["version"] = problem.Version,
            ["level"] = problem.Level,
            ["split"] = problem.Split.ToString().ToLowerInvariant(),
            ["seed"] = problem.Seed,
            ["question"] = problem.Question,
            ["answer"] = problem.Answer,
            ["solution"] = problem.Solution,
        };
        if (problem.Data is { } data)
            line["data"] = JsonNode.Parse(data.GetRawText());
        var messages = new JsonArray();
        if (asked.Instructions.Length > 0)
            messages.Add((JsonNode)Message("system", asked.Instructions));
        messages.Add((JsonNode)Message("user", problem.Question));
        messages.Add((JsonNode)Message("assistant", asked.Format.Compose(problem.Solution, problem.Answer)));
        line["messages"] = messages;
        return line;
    }

    private static JsonObject Message(string role, string content) => new JsonObject { ["role"] = role, ["content"] = content };
}
