using System.Globalization;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>A linear axis with round ticks.</summary>
internal sealed class Axis
{
    private readonly bool _percent;
    private readonly double _step;

    private Axis(double low, double high, double step, bool percent) => (Low, High, _step, _percent) = (low, high, step, percent);

    public double Low { get; }

    public double High { get; }

    public IEnumerable<double> Ticks
    {
        get
        {
            int count = (int)Math.Round((High - Low) / _step);
            for (int i = 0; i <= count; i++)
            {
                double tick = Low + (i * _step);
                if (tick <= High + (_step * 1e-6))
                    yield return tick;
            }
        }
    }

    /// <summary>Shares, from 0 to 100 %.</summary>
    public static Axis Share { get; } = new(0, 1, 0.25, percent: true);

    /// <summary>Steps, from 0 to the last.</summary>
    public static Axis Steps(int last) => new(0, Math.Max(1, last), RoundStep(Math.Max(1, last), 5, least: 1), percent: false);

    /// <summary>Covers the values; from 0 where that wastes no more than half of the room.</summary>
    public static Axis Covering(IReadOnlyCollection<double> values)
    {
        double low = values.Count == 0 ? 0 : values.Min(), high = values.Count == 0 ? 1 : values.Max();
        if (low > 0 && low < high * 0.5)
            low = 0;
        if (high - low < 1e-9 * Math.Max(1, Math.Abs(high)))
            (low, high) = low < 0 ? (low * 1.25, 0.0) : (0.0, high > 0 ? high * 1.25 : 1.0);
        double step = RoundStep(high - low, 4, least: 0);
        return new Axis(Math.Floor(low / step) * step, Math.Ceiling((high / step) - 1e-9) * step, step, percent: false);
    }

    public double Place(double value) => (value - Low) / (High - Low);

    public string Label(double tick)
    {
        if (_percent)
            return (tick * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
        if (tick == 0)
            return "0";
        double size = Math.Max(Math.Abs(Low), Math.Abs(High));
        return size switch
        {
            >= 1e6 => (tick / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
            >= 1e4 => (tick / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
            < 1e-3 => tick.ToString("0.#e0", CultureInfo.InvariantCulture),
            _ => tick.ToString("0.####", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The smallest of 1, 2, 2.5 and 5 times a power of ten that divides the span into at most so many parts.</summary>
    private static double RoundStep(double span, int parts, double least)
    {
        double raw = Math.Max(span / parts, least), power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double[] factors = least >= 1 && power < 10 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
        return factors.Select(factor => factor * power).First(step => step >= raw * (1 - 1e-9));
    }
}
