namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>Axes that several charts have.</summary>
internal static class Axis
{
    public static object Steps { get; } = new { grid = false, tickCount = 5, tickMinStep = 1, format = "~s" };

    public static object Values(bool share) => new { tickCount = 4, format = share ? "~%" : ".4~g" };
}
