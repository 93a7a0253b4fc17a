using System.Text.Json;
using Sasr.Arena.Training.Schedules;

namespace Sasr.Arena.Training.Metrics;

/// <summary>
/// What a run measured, step by step: <c>metrics.jsonl</c>, which holds nothing that differs between two runs of the same
/// recipe; <c>timings.jsonl</c>, which holds the times; and TensorBoard events, which hold both.
/// </summary>
internal sealed class MetricsLog : IDisposable
{
    public const string MetricsFile = "metrics.jsonl";
    public const string TimingsFile = "timings.jsonl";

    private readonly FileStream _metrics;
    private readonly FileStream _timings;
    private readonly TensorBoardWriter _events;

    /// <summary>Goes on after the given number of steps; what the files say of later ones is cut off.</summary>
    public MetricsLog(string folder, int steps, TimeProvider clock)
    {
        _metrics = Open(Path.Combine(folder, MetricsFile), steps);
        _timings = Open(Path.Combine(folder, TimingsFile), steps);
        _events = new TensorBoardWriter(folder, steps, clock);
    }

    /// <summary>Adds a step, counted from 1.</summary>
    public void Add(int step, StepKind kind, IReadOnlyDictionary<string, double> metrics, IReadOnlyDictionary<string, double> timings)
    {
        KeyValuePair<string, double>[] measured = [.. metrics.Where(pair => double.IsFinite(pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        Append(_metrics, step, kind, measured);
        Append(_timings, step, kind, timings);
        _events.Add(step, measured.Concat(timings).Append(KeyValuePair.Create("schedule/kind", (double)kind)));
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _timings.Dispose();
        _events.Dispose();
    }

    private static void Append(FileStream file, int step, StepKind kind, IEnumerable<KeyValuePair<string, double>> values)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteNumber("step", step);
            json.WriteString("kind", kind == StepKind.Sft ? "sft" : "grpo");
            foreach ((string name, double value) in values)
                json.WriteNumber(name, value);
            json.WriteEndObject();
        }
        memory.WriteByte((byte)'\n');
        file.Write(memory.ToArray());
        file.Flush();
    }

    private static FileStream Open(string path, int steps)
    {
        // A killed run may have cut its last line short, and has lines past its last checkpoint.
        string[] kept = File.Exists(path) ? [.. File.ReadLines(path).Take(steps)] : [];
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        foreach (string line in kept)
            file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush();
        return file;
    }
}
