using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>What the workers of this process do, for dotnet-counters and OpenTelemetry: the meter <c>Sasr.Arena.Scripting</c>.</summary>
internal static class WorkerMetrics
{
    private static readonly Meter Meter = new("Sasr.Arena.Scripting");

    private static readonly Counter<long> Calls =
        Meter.CreateCounter<long>("arena.worker.calls", "{call}", "Calls that were answered or failed.");

    private static readonly Counter<long> Deaths =
        Meter.CreateCounter<long>("arena.worker.deaths", "{worker}", "Workers that died over their work.");

    private static readonly Counter<long> Starts =
        Meter.CreateCounter<long>("arena.worker.starts", "{worker}", "Workers that came up.");

    private static readonly Counter<long> Restarts =
        Meter.CreateCounter<long>("arena.worker.restarts", "{worker}", "Workers that took another's place, after a death or a recycling.");

    private static readonly Histogram<double> QueueTime =
        Meter.CreateHistogram<double>("arena.worker.queue_time", "s", "From a call to its being sent to a worker.");

    public static void Called(bool failed) => Calls.Add(1, new KeyValuePair<string, object?>("failed", failed));

    public static void Died(string cause) => Deaths.Add(1, new KeyValuePair<string, object?>("cause", cause));

    public static void Started() => Starts.Add(1);

    public static void Restarted() => Restarts.Add(1);

    /// <summary>A time stamp for <see cref="Sent"/>; 0 where nobody measures.</summary>
    public static long Queued() => QueueTime.Enabled ? Stopwatch.GetTimestamp() : 0;

    public static void Sent(long queued)
    {
        if (queued != 0)
            QueueTime.Record(Stopwatch.GetElapsedTime(queued).TotalSeconds);
    }
}
