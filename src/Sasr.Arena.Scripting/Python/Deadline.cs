using System.Diagnostics;

namespace Sasr.Arena.Scripting.Python;

/// <summary>A moment by which something must have happened.</summary>
internal readonly record struct Deadline
{
    private readonly long _at;

    private Deadline(long at) => _at = at;

    /// <summary>What is left until then; never negative.</summary>
    public TimeSpan Remaining => TimeSpan.FromSeconds(Math.Max(0, (_at - Stopwatch.GetTimestamp()) / (double)Stopwatch.Frequency));

    /// <summary>Whether it is over.</summary>
    public bool HasPassed => Stopwatch.GetTimestamp() >= _at;

    /// <summary>One that is later by a time.</summary>
    public Deadline After(TimeSpan time) => new(_at + (long)(time.TotalSeconds * Stopwatch.Frequency));

    public static Deadline In(TimeSpan time) => new(Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));
}
