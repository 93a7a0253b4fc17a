using System.Diagnostics;
using Sasr.Arena.Training;
using Spectre.Console;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>A run while it runs: a panel that is drawn over on a terminal, a line now and then in a pipe.</summary>
internal static class TrainingView
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5), BetweenDrawings = TimeSpan.FromMilliseconds(100);

    public static async Task<TrainingResult> WatchAsync(Terminal terminal, Func<Action<TrainingProgress>, Task<TrainingResult>> train)
    {
        var state = new TrainingState();
        if (!terminal.IsTerminal || !terminal.Console.Profile.Capabilities.Ansi)
            return await train(PrintLines(terminal, state));

        TrainingResult? result = null;
        await terminal.Console.Live(new Text("preparing ...")).StartAsync(async live =>
        {
            var sinceDrawn = Stopwatch.StartNew();
            result = await train(progress =>
            {
                state.Observe(progress);
                if (sinceDrawn.Elapsed < BetweenDrawings && progress.BudgetSpent < 1)
                    return;
                sinceDrawn.Restart();
                live.UpdateTarget(TrainingPanel.Of(state));
            });
        });
        return result!;
    }

    private static Action<TrainingProgress> PrintLines(Terminal terminal, TrainingState state)
    {
        Stopwatch? sincePrinted = null;
        return progress =>
        {
            state.Observe(progress);
            bool measured = progress.Metrics.ContainsKey(TrainingState.AccuracyMetric);
            if (sincePrinted is not null && sincePrinted.Elapsed < BetweenLines && !measured && progress.BudgetSpent < 1)
                return;
            sincePrinted = Stopwatch.StartNew();
            terminal.Out.WriteLine(state.Line());
            terminal.Out.Flush();
        };
    }
}
