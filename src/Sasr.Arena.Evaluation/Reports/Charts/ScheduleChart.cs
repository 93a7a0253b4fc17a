namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>The probability with which steps were SFT, and below it, as a band, which of them were.</summary>
internal sealed record ScheduleChart(IReadOnlyList<MetricsRow> Metrics) : PageBlock
{
    private const int MostCells = 600;
    private const double BandLow = -0.38, BandHigh = -0.16;
    private static readonly string[] Kinds = ["SFT", "GRPO"];

    internal override void Write(Markup html) => ChartFigure.Write(html, "p(SFT)", "and below it what each step was", Specification(), wide: true);

    private object Specification()
    {
        object x = new { field = "step", type = "quantitative", scale = new { domain = new[] { 0, Metrics[^1].Step }, nice = false }, axis = Axis.Steps };
        object y = new
        {
            field = "p",
            type = "quantitative",
            scale = new { domain = new[] { BandLow, 1 }, nice = false },
            axis = new { values = new[] { 0, 0.5, 1 }, format = "~%" },
        };
        object tooltip = new object[]
        {
            new { field = "step", type = "quantitative", title = "step", format = ",d" },
            new { field = "p", type = "quantitative", title = "p(SFT)", format = ".3f" },
        };
        return new
        {
            description = "Schedule: the probability that a step is SFT, and which steps were SFT and which GRPO",
            width = "container",
            height = 170,
            layer = new object[]
            {
                new
                {
                    data = new { values = Band() },
                    mark = new { type = "rect", stroke = (string?)null },
                    encoding = new
                    {
                        x = new { field = "from", type = "quantitative" },
                        x2 = new { field = "to" },
                        y = new { datum = BandLow, type = "quantitative" },
                        y2 = new { datum = BandHigh },
                        color = new
                        {
                            field = "kind",
                            type = "nominal",
                            scale = new { domain = Kinds, range = new[] { "var(--sft)", "var(--grpo)" } },
                            legend = new { symbolType = "square", symbolStrokeWidth = 0, columns = 2 },
                        },
                        opacity = new { field = "share", type = "quantitative", scale = (object?)null, legend = (object?)null },
                    },
                },
                new
                {
                    data = new { values = Probabilities() },
                    layer = new object[]
                    {
                        new { mark = new { type = "line", color = "var(--ink)" }, encoding = new { x, y } },
                        new
                        {
                            @params = new[] { new { name = "near", select = new { type = "point", on = "pointermove", nearest = true, encodings = new[] { "x" }, clear = "pointerout" } } },
                            mark = new { type = "point", filled = true, size = 60, color = "var(--ink)" },
                            encoding = new { x, y, opacity = new { condition = new { param = "near", empty = false, value = 1 }, value = 0 }, tooltip },
                        },
                    },
                },
            },
        };
    }

    private IEnumerable<object> Probabilities()
    {
        MetricsRow[] known = [.. Metrics.Where(row => row.Values.ContainsKey("schedule/p_sft"))];
        int stride = Math.Max(1, (known.Length + MostCells - 1) / MostCells);
        return known
            .Where((_, i) => i % stride == 0 || i == known.Length - 1)
            .Select(row => new { step = row.Step, p = PageFigures.Drawn(row.Values["schedule/p_sft"]) });
    }

    /// <summary>Runs of equal steps become one rectangle; of a long run, cells that mix both are tinted by their share of SFT.</summary>
    private List<object> Band()
    {
        int size = (Metrics.Count + MostCells - 1) / MostCells;
        (int First, int Last, double Sft)[] cells =
            [.. Metrics.Chunk(size).Select(chunk => (chunk[0].Step, chunk[^1].Step, chunk.Average(row => row.IsSft ? 1.0 : 0.0)))];
        var band = new List<object>();
        for (int i = 0; i < cells.Length;)
        {
            int end = i;
            while (end + 1 < cells.Length && cells[end + 1].Sft == cells[i].Sft)
                end++;
            (int from, int to, double sft) = (cells[i].First - 1, cells[end].Last, cells[i].Sft);
            if (sft < 1)
                band.Add(new { from, to, kind = "GRPO", share = 1.0 });
            if (sft > 0)
                band.Add(new { from, to, kind = "SFT", share = PageFigures.Drawn(sft) });
            i = end + 1;
        }
        return band;
    }
}
