using System.Globalization;
using Sasr.Arena.Evaluation.Comparison;

namespace Sasr.Arena.Evaluation;

/// <summary>
/// Numbers as all tables, texts and pages write them. They are rounded as decimal numbers, halves away from zero, so that the
/// same number has the same digits everywhere: 0.6625 is 66.3 per cent.
/// </summary>
public static class Figures
{
    private const string Absent = "-";

    /// <summary>A share in per cent, without the sign: 0.6625 as 66.3; a dash where there is none.</summary>
    public static string Percent(double? share, int digits = 1) =>
        share is { } value ? Rounded(value, digits).ToString($"F{digits}", CultureInfo.InvariantCulture) : Absent;

    /// <summary>A share in per cent, with the sign: 0.6625 as 66.3 %; a dash where there is none.</summary>
    public static string Percentage(double? share) => share is null ? Absent : $"{Percent(share)} %";

    /// <summary>A difference in points, with its sign: -0.04 as -4.0; a dash where there is none.</summary>
    public static string Points(double? difference, int digits = 1)
    {
        if (difference is not { } value)
            return Absent;
        decimal points = Rounded(value, digits);
        return (points > 0 ? "+" : "") + points.ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>A difference with its interval: -4.0 [-9.1, +1.2].</summary>
    public static string WithInterval(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.Mean is null ? Absent : $"{Points(difference.Mean)} [{Points(difference.Low)}, {Points(difference.High)}]";
    }

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

    // A binary fraction is taken for the shortest decimal that it stands for: 0.6625 is a little less.
    private static decimal Rounded(double share, int digits) => Math.Round(100 * (decimal)share, digits, MidpointRounding.AwayFromZero);
}
