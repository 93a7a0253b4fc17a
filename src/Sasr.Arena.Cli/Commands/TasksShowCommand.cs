using System.CommandLine;
using Sasr.Arena.Agents;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks show</c>: problems of a task with their worked solutions, or a worked line of play of a game.</summary>
internal static class TasksShowCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "Id of a task or game" };
        Option<int> level = CommonOptions.Level();
        Option<int> count = CommonOptions.Count("How many problems");
        Option<ulong> seed = CommonOptions.Seed();
        Option<Split> split = CommonOptions.Split(Split.Train);
        var answer = new Option<string?>("--answer") { Description = "Score this answer", HelpName = "TEXT" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("show", "Show problems of a task with their worked solutions, or a worked line of play of a game.",
                "arena tasks show math/pick-two", "arena tasks show logic/sorting --level 2 --count 3 --seed 7",
                "arena tasks show math/pick-two --split test --answer 3+9")
            .With(id, level, count, seed, split, answer, unsandboxed, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                string name = parsed.GetValue(id)!;
                var request = new ProblemRequest(
                    parsed.GetValue(split), parsed.GetValue(level), parsed.GetValue(count), parsed.GetValue(seed));
                if (!workspace.Catalog.Ids.Contains(name) || workspace.Catalog.TaskIds.Contains(name))
                    await ShowTaskAsync(terminal, workspace, name, request, parsed.GetValue(answer), ct);
                else if (parsed.GetValue(answer) is null)
                    await ShowGameAsync(terminal, workspace, name, request, ct);
                else
                    throw new InputException($"--answer: {name} is a game of many turns; play it with 'arena play {name}'.");
                return ExitCodes.Well;
            });
    }

    private static async Task ShowTaskAsync(Terminal terminal, Workspace workspace, string id, ProblemRequest request, string? answer, CancellationToken ct)
    {
        ReasoningTask task = await workspace.Catalog.TaskAsync(id);
        foreach (Problem problem in await task.GenerateAsync(request, ct))
        {
            EpisodeView.Heading(terminal.Console, problem.Task, problem.Level, $"version {problem.Version}, {request.Split.ToString().ToLowerInvariant()} split");
            EpisodeView.Part(terminal.Console, "question", problem.Question);
            EpisodeView.Part(terminal.Console, "solution", problem.Solution);
            EpisodeView.Part(terminal.Console, "answer", problem.Answer);
            if (answer is null)
                continue;
            EnvironmentDefinition asked = workspace.Catalog.Definition(id);
            await using var environment = new QuestionEnvironment(new GivenProblem(task, problem), asked);
            await environment.ResetAsync(request.Seed, new ResetOptions(problem.Level, problem.Split), ct);
            StepResult step = await environment.StepAsync(asked.Format.Compose(problem.Solution, answer), ct);
            EpisodeView.Part(terminal.Console, $"score of '{answer}'", EpisodeView.Describe(step.Rewards[0]));
            EpisodeView.Part(terminal.Console, "reason", step.Observation.Text);
        }
    }

    private static async Task ShowGameAsync(Terminal terminal, Workspace workspace, string id, ProblemRequest request, CancellationToken ct)
    {
        EpisodeRequest[] requests = [.. Enumerable.Range(0, request.Count).Select(i =>
            new EpisodeRequest(id, request.Level, request.Split, Seeds.Derive("show", request.Seed, i)))];
        foreach (Episode episode in await new EpisodeRunner(workspace.Catalog).RunAsync(requests, new OracleAgent(), ct))
            EpisodeView.Write(terminal.Console, episode);
    }
}
