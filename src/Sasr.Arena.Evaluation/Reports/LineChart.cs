namespace Sasr.Arena.Evaluation.Reports;

/// <summary>A line of a chart.</summary>
/// <param name="Name">As the legend calls it.</param>
/// <param name="Points">Step and value, by step.</param>
/// <param name="Noisy">Whether the points are shown faintly behind a running mean.</param>
internal sealed record Series(string Name, IReadOnlyList<(double Step, double Value)> Points, bool Noisy = false);

/// <summary>Lines over the steps of a run, as inline SVG.</summary>
internal static class LineChart
{
    private const double Width = 480, Height = 250, Left = 50, Right = 12, Top = 12, Bottom = 30;
    private const int MostPoints = 400;

    // Half a window of the running mean is this part of the run.
    private const int WindowsAcross = 30;

    public static Markup Render(string title, IReadOnlyList<Series> series, Axis steps, Axis values, int? warmupEnd)
    {
        var svg = new Markup();
        svg.Add($"""<svg class="chart" viewBox="0 0 {Width} {Height}" role="img" aria-label="{title}">""");
        foreach (double tick in values.Ticks)
        {
            double y = Y(values, tick);
            svg.Add($"""<line class="grid" x1="{Left}" x2="{Width - Right}" y1="{y}" y2="{y}"/>""");
            svg.Add($"""<text class="tick" x="{Left - 7}" y="{y + 4}" text-anchor="end">{values.Label(tick)}</text>""");
        }
        foreach (double tick in steps.Ticks)
            svg.Add($"""<text class="tick" x="{X(steps, tick)}" y="{Height - 9}" text-anchor="middle">{steps.Label(tick)}</text>""");
        if (warmupEnd is { } end)
        {
            double x = X(steps, end);
            svg.Add($"""<line class="mark" x1="{x}" x2="{x}" y1="{Top}" y2="{Height - Bottom}"/>""");
        }
        for (int i = 0; i < series.Count; i++)
            Draw(svg, series[i], steps, values, i + 1);
        return svg.Add($"</svg>");
    }

    private static void Draw(Markup svg, Series series, Axis steps, Axis values, int color)
    {
        IReadOnlyList<(double Step, double Value)> points = Thin(series.Points);
        if (series.Noisy)
        {
            svg.Add($"""<g class="dots c{color}">""");
            foreach ((double step, double value) in points)
                svg.Add($"""<circle cx="{X(steps, step)}" cy="{Y(values, value)}" r="1.8"/>""");
            svg.Add($"</g>");
            points = Thin(Smooth(series.Points));
        }
        if (points.Count == 1)
            svg.Add($"""<circle class="c{color}" cx="{X(steps, points[0].Step)}" cy="{Y(values, points[0].Value)}" r="3"/>""");
        string path = string.Join(' ', points.Select(point => $"{Markup.Number(X(steps, point.Step))},{Markup.Number(Y(values, point.Value))}"));
        svg.Add($"""<polyline class="line c{color}" points="{path}"/>""");
    }

    /// <summary>Means over windows around each point, which narrow towards the ends so that the line does not lag.</summary>
    private static List<(double Step, double Value)> Smooth(IReadOnlyList<(double Step, double Value)> points)
    {
        double[] sums = new double[points.Count + 1];
        for (int i = 0; i < points.Count; i++)
            sums[i + 1] = sums[i] + points[i].Value;
        var smooth = new List<(double, double)>(points.Count);
        for (int i = 0; i < points.Count; i++)
        {
            int half = Math.Min(Math.Max(2, points.Count / WindowsAcross), Math.Min(i, points.Count - 1 - i));
            smooth.Add((points[i].Step, (sums[i + half + 1] - sums[i - half]) / ((2 * half) + 1)));
        }
        return smooth;
    }

    /// <summary>Means of equally many neighbours, so that a long run stays a small file.</summary>
    private static IReadOnlyList<(double Step, double Value)> Thin(IReadOnlyList<(double Step, double Value)> points) =>
        points.Count <= MostPoints
            ? points
            : [.. points.Chunk((points.Count + MostPoints - 1) / MostPoints)
                .Select(chunk => (chunk.Average(point => point.Step), chunk.Average(point => point.Value)))];

    private static double X(Axis steps, double step) => Left + (steps.Place(step) * (Width - Left - Right));

    private static double Y(Axis values, double value) =>
        Top + ((1 - Math.Clamp(values.Place(value), 0, 1)) * (Height - Top - Bottom));
}
