using System.CommandLine;
using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Suites;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena sample</c>: a model at a problem.</summary>
internal static class SampleCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var checkpoint = new Argument<string>("checkpoint") { Description = "Folder of a model or of a run" };
        var id = new Argument<string?>("id") { Description = "Id of a task or game (default: those of the run)", Arity = ArgumentArity.ZeroOrOne };
        Option<int> level = CommonOptions.Level();
        Option<int> count = CommonOptions.Count("How many problems");
        Option<ulong> seed = CommonOptions.Seed();
        Option<Split> split = CommonOptions.Split(Split.Test);
        Option<double> temperature = CommonOptions.Temperature(0);
        Option<int> threads = CommonOptions.Threads();
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("sample", "Ask a model problems, and see its answers and their rewards.",
                "arena sample models/quickstart", "arena sample models/quickstart math/pick-two --level 2 --count 5",
                "arena sample runs/mine logic/sorting --temperature 1")
            .With(checkpoint, id, level, count, seed, split, temperature, threads, unsandboxed, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                string path = parsed.GetValue(checkpoint)!;
                IReadOnlyList<string> ids = parsed.GetValue(id) is { } name ? [name] : RunTasks.Of(path, workspace);
                EpisodeRequest[] requests =
                [
                    .. ids.SelectMany(task => Enumerable.Range(0, parsed.GetValue(count)).Select(i => new EpisodeRequest(
                        task, parsed.GetValue(level), parsed.GetValue(split), Seeds.Derive("sample", parsed.GetValue(seed), i)))),
                ];
                var options = new AgentOptions(new Decoding { Temperature = parsed.GetValue(temperature) }, parsed.GetValue(threads), Seed: parsed.GetValue(seed));
                IReadOnlyList<Episode> episodes = await ModelAgent.UseAsync(path, options, (agent, overrides, _) =>
                    new EpisodeRunner(workspace.Catalog, overrides).RunAsync(requests, agent, ct));
                foreach (Episode episode in episodes)
                    EpisodeView.Write(terminal.Console, episode);
                return ExitCodes.Well;
            });
    }
}
