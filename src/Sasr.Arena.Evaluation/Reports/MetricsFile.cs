using System.Text.Json;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Reads a run's <c>metrics.jsonl</c>: one JSON object a line with <c>step</c>, <c>kind</c> and numbers by name.</summary>
public static class MetricsFile
{
    /// <summary>The rows; a last line that was cut short, as in a run that still writes, is left out.</summary>
    /// <exception cref="InputException">The file cannot be read, or a line of it is no row.</exception>
    public static IReadOnlyList<MetricsRow> Read(string path)
    {
        string[] lines;
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            lines = reader.ReadToEnd().Split('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }

        var rows = new List<MetricsRow>();
        // What comes after the last line feed is empty, or a line that is still being written.
        for (int i = 0; i < lines.Length - 1; i++)
        {
            try
            {
                rows.Add(Row(lines[i]));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InputException($"{path}({i + 1}): not a row of metrics: {e.Message}", e);
            }
        }
        return rows;
    }

    private static MetricsRow Row(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        return new MetricsRow(
            row.GetProperty("step").GetInt32(),
            row.GetProperty("kind").GetString() == "sft",
            row.EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.Number)
                .ToDictionary(property => property.Name, property => property.Value.GetDouble()));
    }
}
