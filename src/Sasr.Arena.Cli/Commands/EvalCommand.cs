using System.CommandLine;
using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena eval</c>: accuracy with intervals, by task and level.</summary>
internal static class EvalCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var agent = new Option<string>("--agent") { Description = AgentSource.Names, HelpName = "AGENT", Required = true };
        var tasks = new Option<string[]>("--tasks")
        {
            Description = "Ids or patterns such as math/*",
            HelpName = "PATTERN",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["*"],
        };
        Option<int[]?> levels = CommonOptions.Levels();
        Option<int> problems = CommonOptions.AtLeastOne("--problems", "Problems for every level of every task", 100);
        Option<ulong> seed = CommonOptions.Seed();
        Option<Split> split = CommonOptions.Split(Split.Test);
        var flags = new AgentFlags();
        var json = new Option<string?>("--json") { Description = "Write the result as JSON; - prints it instead of the table", HelpName = "FILE" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("eval", "Measure an agent: accuracy with 95 % intervals, by task and level.",
                "arena eval --agent oracle", "arena eval --agent models/quickstart --tasks 'math/*' logic/sorting --levels 1-2",
                "arena eval --agent runs/mine --problems 500 --json eval.json",
                "arena eval --agent openai:qwen3 --base-url http://localhost:8000/v1 --max-tokens 1024")
            .With([agent, tasks, levels, problems, seed, split, .. flags.Symbols, json, unsandboxed, root])
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                EvaluationPlan plan = await EvaluationPlan.FromPatternsAsync(
                    workspace.Catalog,
                    [.. parsed.GetValue(tasks)!.SelectMany(patterns => patterns.Split(',', StringSplitOptions.RemoveEmptyEntries))],
                    parsed.GetValue(levels) is { Length: > 0 } some ? some : null, parsed.GetValue(problems), parsed.GetValue(seed), parsed.GetValue(split));
                string name = parsed.GetValue(agent)!;
                AgentOptions options = flags.Read(parsed, parsed.GetValue(seed));
                EvaluationResult result = await new AgentSource(workspace, terminal).UseAsync(name, options, (acting, overrides) =>
                    new Evaluator(new EpisodeRunner(workspace.Catalog, overrides)).RunAsync(
                        plan, acting, name, CountingLine.For(terminal, $"evaluating {name}"), ct));

                string? file = parsed.GetValue(json);
                if (file == "-")
                {
                    await terminal.Out.WriteAsync(result.ToJson());
                    return ExitCodes.Well;
                }
                terminal.Console.Write(EvaluationTable.Of([("accuracy", result)]));
                if (file is not null)
                {
                    result.Save(file);
                    await terminal.Out.WriteLineAsync($"Written to {file}.");
                }
                return ExitCodes.Well;
            });
    }
}
