using System.CommandLine;
using Sasr.Arena.Cli.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Spectre.Console;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena play</c>: a person in the agent's seat, or someone to watch there.</summary>
internal static class PlayCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var id = new Argument<string?>("id") { Description = "Id of a task or game (default: choose from a list)", Arity = ArgumentArity.ZeroOrOne };
        Option<int> level = CommonOptions.Level();
        Option<int> count = CommonOptions.Count("How many problems or games, one after the other");
        var seed = new Option<ulong?>("--seed") { Description = "The same seed gives the same problems (default: other ones every time)", HelpName = "N" };
        var agent = new Option<string?>("--agent") { Description = $"Watch instead: {AgentSource.Names}", HelpName = "AGENT" };
        var flags = new AgentFlags();
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("play", "Solve problems and play games yourself.",
                "arena play", "arena play games/guess-number --level 2", "arena play games/guess-number --agent oracle", "echo 3+9 | arena play math/pick-two --seed 7")
            .With([id, level, count, seed, agent, .. flags.Symbols, unsandboxed, root])
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                string name = parsed.GetValue(id) ?? Choose(terminal, workspace);
                ulong first = parsed.GetValue(seed) ?? (ulong)Random.Shared.Next();
                EpisodeRequest[] requests =
                [
                    .. Enumerable.Range(0, parsed.GetValue(count)).Select(i => new EpisodeRequest(
                        name, parsed.GetValue(level), Split.Train, Seeds.Derive("play", first, i))),
                ];
                if (parsed.GetValue(agent) is { } watched)
                {
                    IReadOnlyList<Episode> episodes = await new AgentSource(workspace, terminal).UseAsync(
                        watched,
                        flags.Read(parsed, flags.Decoding(parsed), first),
                        (acting, overrides) => new EpisodeRunner(workspace.Catalog, overrides).RunAsync(requests, acting, ct));
                    foreach (Episode episode in episodes)
                        EpisodeView.Write(terminal.Console, episode);
                    return ExitCodes.Well;
                }
                try
                {
                    foreach (EpisodeRequest request in requests)
                        await PlayAsync(terminal, workspace, request, ct);
                    return ExitCodes.Well;
                }
                catch (Exception e) when (e is EndOfInputException || (e is OperationCanceledException && ct.IsCancellationRequested))
                {
                    terminal.Console.WriteLine();
                    terminal.Console.WriteLine("Stopped; nothing was scored.");
                    return ExitCodes.Interrupted;
                }
            });
    }

    private static async Task PlayAsync(Terminal terminal, Workspace workspace, EpisodeRequest request, CancellationToken ct)
    {
        bool isQuestion = workspace.Catalog.TaskIds.Contains(request.Environment);
        IAnswerFormat compact = AnswerFormats.Find("compact");
        var runner = new EpisodeRunner(workspace.Catalog, new EnvironmentOverrides(compact));
        await workspace.Catalog.InfoAsync(request.Environment);
        EpisodeView.Heading(terminal.Console, request.Environment, request.Level, isQuestion ? "one answer" : "turn by turn");
        Episode episode = (await runner.RunAsync([request], new HumanAgent(terminal, isQuestion ? compact : null), ct))[0];
        EpisodeView.Verdict(terminal.Console, episode);
        if (isQuestion && !episode.Reward.IsCorrect && episode.Turns is [var turn] && turn.Observation.Demonstration is { } solution)
            EpisodeView.Part(terminal.Console, "one way", solution);
    }

    private static string Choose(Terminal terminal, Workspace workspace) => terminal.Console.Profile.Capabilities.Interactive
        ? terminal.Console.Prompt(new SelectionPrompt<string>().Title("What do you want to play?").AddChoices(workspace.Catalog.Ids))
        : throw new InputException($"Name what to play; there are {string.Join(", ", workspace.Catalog.Ids)}.");
}
