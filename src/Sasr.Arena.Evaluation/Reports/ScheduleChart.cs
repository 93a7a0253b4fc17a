namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Which steps were SFT and which GRPO, as a band, and above it the probability with which they were SFT.</summary>
internal static class ScheduleChart
{
    private const double Width = 980, Left = 62, Right = 12, LineTop = 12, LineBottom = 112, BandTop = 126, BandBottom = 152, Height = 182;
    private const int MostCells = 600;

    public static Markup Render(IReadOnlyList<MetricsRow> metrics)
    {
        Axis steps = Axis.Steps(metrics[^1].Step);
        var svg = new Markup();
        svg.Add($"""<svg class="chart wide" viewBox="0 0 {Width} {Height}" role="img" aria-label="Schedule: SFT and GRPO by step">""");
        foreach (double tick in new[] { 0, 0.5, 1 })
        {
            double y = Y(tick);
            svg.Add($"""<line class="grid" x1="{Left}" x2="{Width - Right}" y1="{y}" y2="{y}"/>""");
            svg.Add($"""<text class="{(tick == 0.5 ? "middle" : "end")}" x="{Left - 7}" y="{y + 4}" text-anchor="end">{Axis.Share.Label(tick)}</text>""");
        }
        foreach (double tick in steps.Ticks)
            svg.Add($"""<text class="tick" x="{X(steps, tick)}" y="{Height - 9}" text-anchor="middle">{steps.Label(tick)}</text>""");

        DrawBand(svg, metrics, steps);
        MetricsRow[] known = [.. metrics.Where(row => row.Values.ContainsKey("schedule/p_sft"))];
        int stride = (known.Length + MostCells - 1) / MostCells;
        string path = string.Join(' ', known.Where((_, i) => i % Math.Max(1, stride) == 0 || i == known.Length - 1).Select(row =>
            $"{Markup.Number(X(steps, row.Step))},{Markup.Number(Y(row.Values["schedule/p_sft"]))}"));
        svg.Add($"""<polyline class="line ink" points="{path}"/>""");
        return svg.Add($"</svg>");
    }

    /// <summary>Runs of equal steps become one rectangle; of a long run, cells that mix both are tinted by their share.</summary>
    private static void DrawBand(Markup svg, IReadOnlyList<MetricsRow> metrics, Axis steps)
    {
        int size = (metrics.Count + MostCells - 1) / MostCells;
        (int First, int Last, double Sft)[] cells =
            [.. metrics.Chunk(size).Select(chunk => (chunk[0].Step, chunk[^1].Step, chunk.Average(row => row.IsSft ? 1.0 : 0.0)))];
        double height = BandBottom - BandTop;
        svg.Add($"""<rect class="grpo" x="{X(steps, 0)}" y="{BandTop}" width="{X(steps, metrics[^1].Step) - X(steps, 0)}" height="{height}"/>""");
        for (int i = 0; i < cells.Length;)
        {
            int end = i;
            while (end + 1 < cells.Length && cells[end + 1].Sft == cells[i].Sft)
                end++;
            double x = X(steps, cells[i].First - 1);
            if (cells[i].Sft > 0)
                svg.Add($"""<rect class="sft" x="{x}" y="{BandTop}" width="{X(steps, cells[end].Last) - x}" height="{height}" opacity="{cells[i].Sft}"/>""");
            i = end + 1;
        }
    }

    private static double X(Axis steps, double step) => Left + (steps.Place(step) * (Width - Left - Right));

    private static double Y(double share) => LineBottom - (Math.Clamp(share, 0, 1) * (LineBottom - LineTop));
}
