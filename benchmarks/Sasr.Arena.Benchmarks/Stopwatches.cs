using System.Diagnostics;

namespace Sasr.Arena.Benchmarks;

/// <summary>The median of many short measurements, which a busy machine disturbs least.</summary>
internal static class Stopwatches
{
    private const int Rounds = 31;
    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(20);

    /// <summary>Microseconds a call; a TimeSpan's tenths of them are too coarse.</summary>
    public static double MedianOf(Action action)
    {
        var repeats = Calibrate(action);
        var rounds = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
            rounds[i] = Time(action, repeats).TotalMicroseconds / repeats;
        Array.Sort(rounds);
        return rounds[Rounds / 2];
    }

    // As many calls as fill a round; the calls made to find that out also warm everything up.
    private static int Calibrate(Action action)
    {
        for (var repeats = 1; ; repeats *= 2)
        {
            if (Time(action, repeats) >= RoundLength)
                return repeats;
        }
    }

    private static TimeSpan Time(Action action, int repeats)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++)
            action();
        return Stopwatch.GetElapsedTime(start);
    }
}
