using System.Globalization;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>Numbers as all outputs of a comparison write them.</summary>
public static class Figures
{
    private const string Absent = "-";

    /// <summary>A share in per cent without the sign: 0.123 as 12.3.</summary>
    public static string Percent(double? share, int digits = 1) =>
        share is { } value ? (100 * value).ToString($"F{digits}", CultureInfo.InvariantCulture) : Absent;

    /// <summary>A difference in points, with its sign: -0.04 as -4.0.</summary>
    public static string Points(double? difference) =>
        difference is { } value ? Math.Round(100 * value, 1).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) : Absent;

    /// <summary>A p-value, as "= 0.012" or "&lt; 0.001".</summary>
    public static string P(double value) => value < 0.001 ? "< 0.001" : $"= {PValue(value)}";

    /// <summary>A p-value for a table: 0.012 or &lt;0.001.</summary>
    public static string PValue(double value) => value < 0.001 ? "<0.001" : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>How many pairs are in no figure, in a sentence.</summary>
    public static string LeftOut(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return $"Left out, unscored on either side: {difference.LeftOut} {(difference.LeftOut == 1 ? "pair" : "pairs")}.";
    }

    /// <summary>A difference with its interval: -4.0 [-9.1, +1.2].</summary>
    public static string WithInterval(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.Mean is null ? Absent : $"{Points(difference.Mean)} [{Points(difference.Low)}, {Points(difference.High)}]";
    }
}
