using System.CommandLine;
using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Suites;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena eval</c>: accuracy with intervals, by task and level.</summary>
internal static class EvalCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var agent = new Option<string>("--agent") { Description = AgentSource.Names, HelpName = "AGENT", Required = true };
        var suite = new Option<string?>("--suite") { Description = "A suite of suites/*.yaml; it says all that --tasks to --max-tokens would", HelpName = "FILE" };
        var tasks = new Option<string[]>("--tasks")
        {
            Description = "Ids or patterns such as math/*",
            HelpName = "PATTERN",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["*"],
        };
        Option<int[]?> levels = CommonOptions.Levels();
        Option<int> problems = CommonOptions.AtLeastOne("--problems", "Problems for every level of every task", 100);
        Option<int> samples = CommonOptions.AtLeastOne("--samples", "How often each problem is put", 1);
        Option<ulong> seed = CommonOptions.Seed();
        Option<Split> split = CommonOptions.Split(Split.Test);
        var flags = new AgentFlags();
        var json = new Option<string?>("--json") { Description = "Write the result as JSON; - prints it instead of the table", HelpName = "FILE" };
        var markdown = new Option<string?>("--markdown") { Description = "Write a table for GitHub", HelpName = "FILE" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        ArenaCommand command = new ArenaCommand("eval", "Measure an agent: accuracy with 95 % intervals, by task and level.",
                "arena eval --agent oracle", "arena eval --agent models/quickstart --tasks 'math/*' logic/sorting --levels 1-2",
                "arena eval --agent runs/mine --suite suites/smoke.yaml --json eval.json",
                "arena eval --agent openai:qwen3 --base-url http://localhost:8000/v1 --max-tokens 1024")
            .With([agent, suite, tasks, levels, problems, samples, seed, split, .. flags.Symbols, json, markdown, unsandboxed, root])
            .Does(async (parsed, ct) =>
            {
                EvaluationOutput.RequireWritable(parsed.GetValue(json), parsed.GetValue(markdown));
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                EvaluationPlan plan = parsed.GetValue(suite) is { } suiteFile
                    ? await SuitePlanAsync(parsed, suiteFile, workspace, [tasks, levels, problems, samples, seed, split, .. flags.DecodingOptions])
                    : (await EvaluationPlan.FromPatternsAsync(
                        workspace.Catalog,
                        [.. parsed.GetValue(tasks)!.SelectMany(patterns => patterns.Split(',', StringSplitOptions.RemoveEmptyEntries))],
                        parsed.GetValue(levels) is { Length: > 0 } some ? some : null,
                        parsed.GetValue(problems))) with
                    {
                        Samples = parsed.GetValue(samples),
                        Seed = parsed.GetValue(seed),
                        Split = parsed.GetValue(split),
                        Decoding = flags.Decoding(parsed),
                    };
                string name = parsed.GetValue(agent)!;
                AgentOptions options = flags.Read(parsed, plan.Decoding, plan.Seed, plan.CompletionSeconds);
                EvaluationResult result = await new AgentSource(workspace, terminal).UseAsync(name, options, (acting, overrides) =>
                    new Evaluator(new EpisodeRunner(workspace.Catalog, overrides)).RunAsync(
                        plan with { Format = overrides.Format?.Name }, acting, name, CountingLine.For(terminal, $"evaluating {name}"), ct));

                if (parsed.GetValue(markdown) is { } summary)
                    await WholeFile.WriteAsync(summary, writer => writer.WriteAsync(ResultMarkdown.Render(result)));
                await EvaluationOutput.WriteAsync(terminal, [("accuracy", result)], parsed.GetValue(json));
                return ExitCodes.Well;
            });
        command.Subcommands.Add(EvalRescoreCommand.Create(terminal));
        return command;
    }

    private static async Task<EvaluationPlan> SuitePlanAsync(ParseResult parsed, string file, Workspace workspace, Option[] said)
    {
        if (said.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } twice)
            throw new InputException($"--suite and {twice.Name} exclude each other: the suite says it already. Change the suite, or leave one of them out.");
        // From here, or from the repository, as an agent's folder.
        return await SuiteFile.Read(File.Exists(file) ? file : Path.Combine(workspace.Root, file)).PlanAsync(workspace.Catalog);
    }
}
