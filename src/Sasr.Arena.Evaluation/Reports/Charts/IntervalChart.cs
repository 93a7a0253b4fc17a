namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>Accuracies with their 95 % intervals, a line a task or level, the evaluations below each other.</summary>
/// <param name="Labels">What the evaluations are of.</param>
/// <param name="Rows">The lines.</param>
internal sealed record IntervalChart(IReadOnlyList<string> Labels, IReadOnlyList<IntervalRow> Rows) : PageBlock
{
    internal override void Write(Markup html) => ChartFigure.Write(html, "Accuracy", "95 % intervals", Specification(), wide: true);

    private object Specification()
    {
        object y = TaskAxis.Channel(Rows.Select(row => TaskAxis.Key(row.Task, row.Level)));
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
            new { field = "text", title = "accuracy" },
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
            row = TaskAxis.Key(row.Task, row.Level),
            name = TaskAxis.Name(row.Task, row.Level),
            evaluation = Labels[i],
            accuracy = score.Accuracy,
            text = Figures.Percentage(score.Accuracy),
            low = score.Low,
            high = score.High,
            interval = $"{PageFigures.Interval(score)} %",
            n = score.N,
        };
}
