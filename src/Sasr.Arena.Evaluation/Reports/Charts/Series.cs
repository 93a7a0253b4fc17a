namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">As the legend calls it.</param>
/// <param name="Points">Step and value, by step.</param>
/// <param name="Noisy">Whether the points are shown faintly behind a running mean.</param>
internal sealed record Series(string Name, IReadOnlyList<(double Step, double Value)> Points, bool Noisy = false)
{
    private const int MostPoints = 400;

    // Half a window of the running mean is this part of the run.
    private const int WindowsAcross = 30;

    /// <summary>Few enough points that each is worth a dot.</summary>
    private const int MostDots = 60;

    /// <summary>The points as a chart's rows: of a long run, means of equally many neighbours.</summary>
    public IEnumerable<object> Rows()
    {
        bool dots = Points.Count == 1 || (!Noisy && Points.Count <= MostDots);
        IEnumerable<(double Step, double Value)> lines = Noisy ? Thin(Smooth()) : Thin(Points);
        return Thin(Points).Zip(lines, (point, line) => (object)new
        {
            series = Name,
            step = PageFigures.Drawn(point.Step),
            value = PageFigures.Drawn(point.Value),
            mean = PageFigures.Drawn(line.Value),
            mark = dots ? "dot" : Noisy ? "faint" : "none",
        });
    }

    /// <summary>Means over windows around each point, which narrow towards the ends so that the line does not lag.</summary>
    private List<(double Step, double Value)> Smooth()
    {
        double[] sums = new double[Points.Count + 1];
        for (int i = 0; i < Points.Count; i++)
            sums[i + 1] = sums[i] + Points[i].Value;
        var smooth = new List<(double, double)>(Points.Count);
        for (int i = 0; i < Points.Count; i++)
        {
            int half = Math.Min(Math.Max(2, Points.Count / WindowsAcross), Math.Min(i, Points.Count - 1 - i));
            smooth.Add((Points[i].Step, (sums[i + half + 1] - sums[i - half]) / ((2 * half) + 1)));
        }
        return smooth;
    }

    private static IReadOnlyList<(double Step, double Value)> Thin(IReadOnlyList<(double Step, double Value)> points) =>
        points.Count <= MostPoints
            ? points
            : [.. points.Chunk((points.Count + MostPoints - 1) / MostPoints)
                .Select(chunk => (chunk.Average(point => point.Step), chunk.Average(point => point.Value)))];
}
