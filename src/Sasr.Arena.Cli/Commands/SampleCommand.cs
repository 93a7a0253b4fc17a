using System.CommandLine;
using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena sample</c>: an agent at a problem.</summary>
internal static class SampleCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var agent = new Argument<string>("agent") { Description = AgentSource.Names };
        var id = new Argument<string?>("id") { Description = "Id of a task or game (default: those that a model was trained on)", Arity = ArgumentArity.ZeroOrOne };
        Option<int> level = CommonOptions.Level();
        Option<int> count = CommonOptions.Count("How many problems");
        Option<ulong> seed = CommonOptions.Seed();
        Option<Split> split = CommonOptions.Split(Split.Test);
        var flags = new AgentFlags();
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("sample", "Ask an agent problems, and see its answers and their rewards.",
                "arena sample models/quickstart", "arena sample models/quickstart math/pick-two --level 2 --count 5",
                "arena sample runs/mine logic/sorting --temperature 1", "arena sample script:mine.csx math/area")
            .With([agent, id, level, count, seed, split, .. flags.Symbols, unsandboxed, root])
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                string name = parsed.GetValue(agent)!;
                IReadOnlyList<string> ids = parsed.GetValue(id) is { } task ? [task] : RunTasks.Of(name, workspace);
                EpisodeRequest[] requests =
                [
                    .. ids.SelectMany(asked => Enumerable.Range(0, parsed.GetValue(count)).Select(i => new EpisodeRequest(
                        asked, parsed.GetValue(level), parsed.GetValue(split), Seeds.Derive("sample", parsed.GetValue(seed), i)))),
                ];
                IReadOnlyList<Episode> episodes = await new AgentSource(workspace, terminal).UseAsync(
                    name,
                    flags.Read(parsed, flags.Decoding(parsed), parsed.GetValue(seed)),
                    (acting, overrides) => new EpisodeRunner(workspace.Catalog, overrides).RunAsync(requests, acting, ct));
                foreach (Episode episode in episodes)
                    EpisodeView.Write(terminal.Console, episode);
                return ExitCodes.Well;
            });
    }
}
