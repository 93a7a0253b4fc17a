using System.Globalization;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary><see cref="Figures"/> in the typography of a page.</summary>
internal static class PageFigures
{
    /// <summary>A difference in points, with a minus sign in place of the hyphen.</summary>
    public static string Points(double? difference) => Figures.Points(difference).Replace('-', '−');

    /// <summary>The interval of a difference in points.</summary>
    public static string Interval(double low, double high) => $"{Points(low)} to {Points(high)}";

    /// <summary>A score's 95 % interval in per cent.</summary>
    public static string Interval(Score score) => $"{Figures.Percent(score.Low)}–{Figures.Percent(score.High)}";

    /// <summary>A count in thousands or millions where it is large.</summary>
    public static string Compact(double count) => count switch
    {
        >= 1e6 => (count / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " M",
        >= 1e4 => (count / 1e3).ToString("0", CultureInfo.InvariantCulture) + " k",
        _ => count.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>The number with as many digits as a chart can show.</summary>
    public static double Drawn(double value) => double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
