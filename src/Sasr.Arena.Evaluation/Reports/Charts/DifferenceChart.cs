namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>Differences of accuracies with their 95 % intervals around 0, a line a task or level; what leaves 0 out has the colour of a gain or a loss.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Rows">The lines.</param>
internal sealed record DifferenceChart(string Title, IReadOnlyList<DifferenceRow> Rows) : PageBlock
{
    private const int RowHeight = 26;

    // In points: the axis reaches as far to the left as to the right.
    private static readonly double[] Reaches = [2, 5, 10, 20, 30, 50];

    internal override void Write(Markup html) => ChartFigure.Write(html, Title, "points, 95 % intervals", Specification(), wide: true);

    private object Specification()
    {
        double reach = Reach();
        object scale = new { domain = new[] { -reach, reach }, nice = false };
        object axis = new { grid = true, tickCount = 5, labelExpr = "datum.value === 0 ? '0' : format(datum.value, '+~g')" };
        return new
        {
            description = $"{Title} by task and level in points of accuracy with 95 % intervals",
            width = "container",
            height = RowHeight * Rows.Count,
            data = new { values = Rows.Where(row => row.Mean is not null).Select(Value) },
            layer = new object[]
            {
                new
                {
                    data = new { values = new[] { new { zero = 0 } } },
                    mark = new { type = "rule", strokeDash = new[] { 4, 4 } },
                    encoding = new { x = new { field = "zero", type = "quantitative", scale, axis } },
                },
                new
                {
                    mark = new { type = "rule", strokeWidth = 2.5, strokeCap = "round" },
                    encoding = new { y = Y(), color = Color, tooltip = Tooltip, x = new { field = "low", type = "quantitative" }, x2 = new { field = "high" } },
                },
                new
                {
                    mark = new { type = "point", filled = true, size = 70, opacity = 1 },
                    encoding = new { y = Y(), color = Color, tooltip = Tooltip, x = new { field = "difference", type = "quantitative" } },
                },
            },
        };
    }

    private static object Color { get; } = new
    {
        condition = new object[] { new { test = "datum.high < 0", value = "var(--bad)" }, new { test = "datum.low > 0", value = "var(--good)" } },
        value = "var(--c1)",
    };

    private static object Tooltip { get; } = new object[]
    {
        new { field = "name", title = "" },
        new { field = "text", title = "points" },
        new { field = "interval", title = "95 % interval" },
        new { field = "n", type = "quantitative", title = "n" },
    };

    private object Y() => TaskAxis.Channel(Rows.Select(row => TaskAxis.Key(row.Task, row.Level)));

    private static object Value(DifferenceRow row) => new
    {
        row = TaskAxis.Key(row.Task, row.Level),
        name = TaskAxis.Name(row.Task, row.Level),
        difference = PageFigures.Drawn(100 * row.Mean!.Value),
        low = PageFigures.Drawn(100 * row.Low),
        high = PageFigures.Drawn(100 * row.High),
        text = PageFigures.Points(row.Mean),
        interval = PageFigures.Interval(row.Low, row.High),
        n = row.N,
    };

    /// <summary>The least of some round reaches that all intervals fit in.</summary>
    private double Reach()
    {
        double largest = 100 * Rows.Where(row => row.Mean is not null).Select(row => Math.Max(-row.Low, row.High)).DefaultIfEmpty(1).Max();
        return Reaches.FirstOrDefault(reach => reach >= largest, 100);
    }
}
