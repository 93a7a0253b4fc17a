using System.Globalization;
using System.Text;
using Sasr.Arena.Training;
using Sasr.Arena.Training.Schedules;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>The panel of a run on a terminal.</summary>
internal static class TrainingPanel
{
    private const int Bar = 50;
    private const string Sparks = "▁▂▃▄▅▆▇█";

    public static IRenderable Of(TrainingState state)
    {
        TrainingProgress last = state.Last!;
        int filled = (int)Math.Round(last.BudgetSpent * Bar);
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap());
        Row(grid, "step", string.Create(CultureInfo.InvariantCulture, $"[bold]{last.Step}[/]  {TrainingState.Kind(last)}  p(SFT) {last.SftProbability:0.00}"));
        Row(grid, "", string.Create(CultureInfo.InvariantCulture,
            $"[green]{new string('━', filled)}[/][dim]{new string('━', Bar - filled)}[/] {100 * last.BudgetSpent:0}%"));
        Row(grid, "steps", $"{Strip(state.Kinds)}  [orange3]SFT[/] [blue]GRPO[/]");
        Row(grid, "reward", $"{TrainingState.Or(state.Reward, "0.000")}  [blue]{Spark(state.Rewards)}[/]");
        Row(grid, "accuracy", $"{TrainingState.Or(state.Accuracy, "0.000")}  [dim]on validation problems[/]");
        if (state.Levels.Length > 0)
            Row(grid, "levels", $"{state.Levels.EscapeMarkup()}  [dim]open[/]");
        Row(grid, "loss", $"{TrainingState.Or(state.Loss, "0.000")}  [dim]on worked solutions[/]");
        Row(grid, "speed", string.Create(CultureInfo.InvariantCulture, $"{state.Speed / 1000:0.0}k tokens/s  [dim]left[/] {TrainingState.Left(last.Remaining)}"));
        return new Panel(grid).Header("training").Border(BoxBorder.Rounded);
    }

    private static void Row(Grid grid, string name, string value) => grid.AddRow(new Markup($"[dim]{name}[/]"), new Markup(value));

    private static string Strip(IReadOnlyList<StepKind> kinds)
    {
        var strip = new StringBuilder();
        foreach (StepKind kind in kinds.TakeLast(Bar))
            strip.Append(kind == StepKind.Sft ? "[orange3]▮[/]" : "[blue]▮[/]");
        return strip.ToString();
    }

    /// <summary>The whole run in one line: means of equally many neighbours, from 0 to 1.</summary>
    private static string Spark(IReadOnlyList<double> values) => values.Count == 0
        ? ""
        : string.Concat(values.Chunk((values.Count + Bar - 1) / Bar)
            .Select(chunk => Sparks[(int)Math.Round(Math.Clamp(chunk.Average(), 0, 1) * (Sparks.Length - 1))]));
}
