using System.Globalization;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Numbers as a page writes them.</summary>
internal static class Figures
{
    /// <summary>A share in percent, without the sign.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A share in percent, with the sign; a dash where there is none.</summary>
    public static string Percent(double? share) => share is { } some ? $"{Percent(some)} %" : "–";

    /// <summary>A difference of shares in points, with its sign.</summary>
    public static string Points(double difference) => (difference * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    /// <summary>A score's 95 % interval in percent.</summary>
    public static string Interval(Score score) => $"{Percent(score.Low)}–{Percent(score.High)}";

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
