using System.CommandLine;
using System.Text.Json;
using Sasr.Arena.Checks;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Scripting;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena tasks stats</c>: lengths, answers and spaces of tasks, and with <c>--bench</c> their rates.</summary>
internal static class TasksStatsCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        Argument<string[]> patterns = TaskSelection.Patterns();
        var levels = new Option<bool>("--levels") { Description = "A row for every level, too" };
        var bench = new Option<bool>("--bench") { Description = "Measure problems made and answers scored a second instead, by one worker" };
        Option<int> problems = CommonOptions.AtLeastOne("--problems", "Problems drawn at every level", 500);
        var seconds = new Option<double>("--seconds")
        {
            Description = "Of --bench: how long each rate is measured, after a warm-up of as long",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
        };
        seconds.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<double>() is not (> 0 and <= 3600))
                result.AddError("--seconds: a rate is measured for more than 0 seconds, and at most an hour.");
        });
        Option<ulong> seed = CommonOptions.Seed();
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("stats", "Measure tasks: lengths, how far a guess gets, how many questions there are, how fast they are.",
                "arena tasks stats", "arena tasks stats 'math/*' --levels", "arena tasks stats --bench --json")
            .With(patterns, levels, bench, seconds, problems, seed, json, unsandboxed, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, new ScriptHostOptions { Workers = 1 }, parsed.GetValue(unsandboxed));
                string[] ids = TaskSelection.ExpandScripts(workspace.Catalog, parsed.GetValue(patterns)!);
                var failed = new List<string>();
                var progress = new ProgressLine(terminal, "measuring", ids.Length);
                if (parsed.GetValue(bench))
                {
                    TaskRates[] rates = await EachAsync(terminal, ids, progress, failed, async id => await TaskRates.MeasureAsync(
                        await workspace.Catalog.TaskAsync(id), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(seed), ct));
                    Write(terminal, parsed.GetValue(json), rates, StatisticsTable.Write);
                }
                else
                {
                    IReadOnlyList<TaskStatistics>[] measured = await EachAsync(terminal, ids, progress, failed, async id => await TaskStatistics.MeasureAsync(
                        await workspace.Catalog.TaskAsync(id), parsed.GetValue(problems), parsed.GetValue(seed), ct));
                    TaskStatistics[] rows = [.. measured.SelectMany(task => parsed.GetValue(levels) ? task : task.Take(1))];
                    Write(terminal, parsed.GetValue(json), rows, StatisticsTable.Write);
                }
                return failed.Count == 0
                    ? ExitCodes.Well
                    : throw new InfrastructureException($"{failed.Count} of {ids.Length} tasks could not be measured: {string.Join(", ", failed)}.");
            });
    }

    // One task that fails is no reason to lose the others' figures.
    private static async Task<T[]> EachAsync<T>(Terminal terminal, string[] ids, ProgressLine progress, List<string> failed, Func<string, Task<T>> measure)
    {
        var results = new List<T>();
        for (int i = 0; i < ids.Length; i++)
        {
            progress.Show(i);
            try
            {
                results.Add(await measure(ids[i]));
            }
            catch (Exception e) when (e is InputException or InfrastructureException)
            {
                progress.Clear();
                failed.Add(ids[i]);
                await terminal.Error.WriteLineAsync($"not measured: {ids[i]}: {e.Message}");
            }
        }
        progress.Clear();
        return [.. results];
    }

    private static void Write<T>(Terminal terminal, bool json, T[] rows, Action<Terminal, T[]> table)
    {
        if (json)
            terminal.Out.WriteLine(JsonSerializer.Serialize(rows, OutputJson.Options));
        else
            table(terminal, rows);
    }
}
