using System.Globalization;
using Sasr.Arena.Checks;
using Sasr.Arena.Environments;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>Reports of checks as they come: a line a task, in the order of the tasks, and under it what was found.</summary>
internal sealed class CheckView(Terminal terminal, ArenaCatalog catalog, string[] ids, bool printsLines)
{
    private const int Width = 80;
    private readonly Lock _lock = new();
    private readonly TaskReport?[] _reports = new TaskReport?[ids.Length];
    private readonly ProgressLine _progress = new(terminal, "checking", ids.Length);
    private int _printed;

    /// <summary>A task's report is there.</summary>
    public void Done(int task, TaskReport report)
    {
        lock (_lock)
        {
            _reports[task] = report;
            _progress.Clear();
            for (; printsLines && _printed < _reports.Length && _reports[_printed] is { } next; _printed++)
                Print(next);
            _progress.Show(_reports.Count(other => other is not null));
        }
    }

    /// <summary>The last line.</summary>
    public void Total(IReadOnlyCollection<TaskReport> reports)
    {
        int failed = reports.Count(report => !report.Passed);
        terminal.Out.WriteLine(failed == 0
            ? $"{reports.Count} {(reports.Count == 1 ? "task" : "tasks")} checked, all is well."
            : $"{failed} of {reports.Count} tasks failed.");
    }

    private void Print(TaskReport report)
    {
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(report.Passed ? "ok" : "FAIL"),-5} {report.Task,-40} {report.Levels,3} levels {report.Seconds,7:0.0} s"));
        foreach (IGrouping<string, Finding> same in report.Findings.GroupBy(finding => $"{finding.Check}: {Start(finding.Message)}"))
        {
            Finding first = same.First();
            string[] levels = [.. same.Skip(1).Select(finding => finding.Level).Distinct().Where(level => level != first.Level).Select(level => $"{level}")];
            string also = levels.Length > 0 ? $" (also on level {string.Join(", ", levels)})" : "";
            Wrap(4, $"{first.Check}: {first.Message}{also}");
            Wrap(6, Place(report.Task, first));
            if (first.Question is { } question)
                Wrap(6, $"question: {question}");
        }
    }

    private string Place(string task, Finding finding)
    {
        string file = Runs.Paths.Short(catalog.TaskFile(task));
        return finding.Level is null
            ? $"in {file}"
            : $"in {file}, level {finding.Level}, {finding.Split?.ToString().ToLowerInvariant()} split, seed {finding.Seed}"
                + (finding.Index is { } index ? $", problem {index + 1}" : "");
    }

    // Messages that differ in figures alone are of the same kind.
    private static string Start(string message) => message[..Math.Min(message.Length, 20)];

    private void Wrap(int indent, string text)
    {
        string line = new(' ', indent);
        foreach (string word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 > Width && line.Trim().Length > 0)
            {
                terminal.Out.WriteLine(line);
                line = new string(' ', indent + 2);
            }
            line += string.IsNullOrWhiteSpace(line) ? word : $" {word}";
        }
        terminal.Out.WriteLine(line);
    }
}
