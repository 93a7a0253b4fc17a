namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>Lines over the steps of a run.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Share">Whether values are shares, shown from 0 to 100 %.</param>
/// <param name="Series">The lines.</param>
/// <param name="LastStep">Where the axis ends.</param>
/// <param name="MarkedStep">A step to mark; null for none.</param>
internal sealed record LineChart(string Title, string Unit, bool Share, IReadOnlyList<Series> Series, int LastStep, int? MarkedStep) : PageBlock
{
    private const int Height = 210;

    internal override void Write(Markup html) => ChartFigure.Write(html, Title, Unit, Specification());

    private object Specification()
    {
        object step = new { field = "step", type = "quantitative", scale = new { domain = new[] { 0, LastStep }, nice = false }, axis = Axis.Steps };
        object mean = new { field = "mean", type = "quantitative", scale = Scale(), axis = Axis.Values(Share) };
        object value = new { field = "value", type = "quantitative" };
        object color = new
        {
            field = "series",
            type = "nominal",
            scale = new { domain = Series.Select(line => line.Name) },
            legend = Series.Count > 1 ? new { symbolType = "stroke" } : null,
        };
        object faded = new { condition = new { param = "picked", value = 1 }, value = 0.15 };
        return new
        {
            description = $"{Title}, {Unit}",
            width = "container",
            height = Height,
            data = new { values = Series.SelectMany(line => line.Rows()) },
            layer = new object[]
            {
                new
                {
                    data = new { values = MarkedStep is { } marked ? [new { step = marked }] : Array.Empty<object>() },
                    mark = new { type = "rule", strokeDash = new[] { 4, 4 } },
                    encoding = new { x = step },
                },
                new
                {
                    transform = new[] { new { filter = "datum.mark === 'faint'" } },
                    mark = new { type = "point", filled = true, size = 9, opacity = 0.25 },
                    encoding = new { x = step, y = value, color },
                },
                new
                {
                    @params = new[] { new { name = "picked", select = new { type = "point", fields = new[] { "series" } }, bind = "legend" } },
                    mark = "line",
                    encoding = new { x = step, y = mean, color, opacity = faded },
                },
                new
                {
                    transform = new[] { new { filter = "datum.mark === 'dot'" } },
                    mark = new { type = "point", filled = true, size = 28 },
                    encoding = new { x = step, y = value, color, opacity = faded },
                },
                new
                {
                    @params = new[] { new { name = "near", select = new { type = "point", on = "pointermove", nearest = true, clear = "pointerout" } } },
                    mark = new { type = "point", filled = true, size = 60 },
                    encoding = new
                    {
                        x = step,
                        y = mean,
                        color,
                        opacity = new { condition = new { param = "near", empty = false, value = 1 }, value = 0 },
                        tooltip = new object[]
                        {
                            new { field = "series", title = "" },
                            new { field = "step", type = "quantitative", format = ",.6~g", title = "step" },
                            new { field = "value", type = "quantitative", format = Share ? ".1%" : ".4~g", title = "value" },
                        },
                    },
                },
            },
        };
    }

    /// <summary>What the values cover; from 0 where that wastes no more than half of the room.</summary>
    private object Scale()
    {
        if (Share)
            return new { domain = new double[] { 0, 1 } };
        double[] values = [.. Series.SelectMany(line => line.Points).Select(point => point.Value)];
        double low = values.Min(), high = values.Max();
        if (low > 0 && (low < high * 0.5 || low == high))
            low = 0;
        if (high < 0 && low == high)
            high = 0;
        return new { domain = new[] { PageFigures.Drawn(low), PageFigures.Drawn(high) }, nice = true };
    }
}
