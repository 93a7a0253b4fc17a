namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>Accuracies with their 95 % intervals, a line a task or level, the evaluations below each other.</summary>
/// <param name="Labels">What the evaluations are of.</param>
/// <param name="Rows">The lines.</param>
internal sealed record IntervalChart(IReadOnlyList<string> Labels, IReadOnlyList<IntervalRow> Rows) : PageBlock
{
    // Behind the task's name, where the axis finds the level.
    private const string LevelMark = "\u001f";

    internal override void Write(Markup html) => ChartFigure.Write(html, "Accuracy", "95 % intervals", Specification(), wide: true);

    private object Specification()
    {
        object y = new
        {
            field = "row",
            type = "nominal",
            scale = new { domain = Rows.Select(Key), paddingInner = 0.1 },
            axis = new
            {
                labelExpr = $"indexof(datum.value, '{LevelMark}') < 0 ? datum.value : 'level ' + split(datum.value, '{LevelMark}')[1]",
                labelColor = new { condition = new { test = $"indexof(datum.value, '{LevelMark}') < 0", value = "var(--ink)" }, value = "var(--soft)" },
                labelLimit = 190,
                grid = false,
            },
        };
        object yOffset = new { field = "evaluation", type = "nominal", scale = new { domain = Labels, paddingOuter = 0.6 } };
        object color = new
        {
            field = "evaluation",
            type = "nominal",
            scale = new { domain = Labels, range = Labels.Count > 1 ? ["var(--soft)", .. Enumerable.Repeat("var(--c1)", Labels.Count - 1)] : new[] { "var(--c1)" } },
            legend = Labels.Count > 1 ? new { symbolType = "circle", symbolStrokeWidth = 0 } : null,
        };
        object tooltip = new object[]
        {
            new { field = "name", title = "" },
            new { field = "evaluation", title = "of" },
            new { field = "accuracy", type = "quantitative", format = ".1%", title = "accuracy" },
            new { field = "interval", title = "95 % interval" },
            new { field = "n", type = "quantitative", title = "n" },
        };
        object share = new { domain = new[] { 0, 1 } };
        return new
        {
            description = "Accuracy by task and level with 95 % intervals",
            width = "container",
            height = Rows.Count * (Labels.Count > 1 ? 46 : 26),
            data = new { values = Values() },
            encoding = new { y, yOffset, color, tooltip },
            layer = new object[]
            {
                new
                {
                    mark = new { type = "rule", strokeWidth = 2.5, strokeCap = "round" },
                    encoding = new
                    {
                        x = new { field = "low", type = "quantitative", scale = share, axis = new { grid = true, format = "~%", tickCount = 5 } },
                        x2 = new { field = "high" },
                    },
                },
                new
                {
                    mark = new { type = "point", filled = true, size = 70, opacity = 1 },
                    encoding = new { x = new { field = "accuracy", type = "quantitative" } },
                },
            },
        };
    }

    private IEnumerable<object> Values() =>
        from row in Rows
        from i in Enumerable.Range(0, Labels.Count)
        let score = row.Score[i]
        where score?.Accuracy is not null
        select new
        {
            row = Key(row),
            name = row.Level is { } level ? $"{row.Task}, level {level}" : row.Task,
            evaluation = Labels[i],
            accuracy = score.Accuracy,
            low = score.Low,
            high = score.High,
            interval = $"{Figures.Interval(score)} %",
            n = score.N,
        };

    private static string Key(IntervalRow row) => row.Level is { } level ? $"{row.Task}{LevelMark}{level}" : row.Task;
}
