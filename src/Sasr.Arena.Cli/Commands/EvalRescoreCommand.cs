using System.CommandLine;
using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena eval rescore</c>: what an agent answered, judged by the rewards as they are now.</summary>
internal static class EvalRescoreCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var file = new Argument<string>("result") { Description = "A result of 'arena eval --json'", HelpName = "RESULT.json" };
        var json = new Option<string?>("--json") { Description = "Write the new result as JSON; - prints it instead of the table", HelpName = "FILE" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("rescore", "Judge recorded answers by the rewards as they are now; no agent is asked.",
                "arena eval rescore eval.json --json again.json")
            .With(file, json, unsandboxed, root)
            .Does(async (parsed, ct) =>
            {
                EvaluationOutput.RequireWritable(parsed.GetValue(json));
                string path = parsed.GetValue(file)!;
                EvaluationResult before = EvaluationResult.Read(path);
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                await CheckVersionsAsync(before, path, workspace);
                var runner = new EpisodeRunner(workspace.Catalog, new EnvironmentOverrides(AgentSource.Format(before.Format)));
                EvaluationResult after = await new Evaluator(runner).RunAsync(
                    before.Plan(), new RecordedAgent(before), before.Agent, CountingLine.For(terminal, "scoring"), ct);
                await EvaluationOutput.WriteAsync(terminal, [("before", before), ("rescored", after)], parsed.GetValue(json));
                return ExitCodes.Well;
            });
    }

    // Another version of a task asks other problems.
    private static async Task CheckVersionsAsync(EvaluationResult result, string file, Workspace workspace)
    {
        foreach (EnvironmentResult environment in result.Environments)
        {
            int version = (await workspace.Catalog.InfoAsync(environment.Environment)).Version;
            if (version != environment.Version)
                throw new InputException($"{file}: {environment.Environment} was version {environment.Version} and is version {version} now, whose problems are others: evaluate the agent again.");
        }
    }
}
