namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>The lines of charts by task and level: a task first, then its levels.</summary>
internal static class TaskAxis
{
    /// <summary>More lines than this are no longer a picture.</summary>
    public const int MostRows = 40;

    // Behind the task's name, where the axis finds the level.
    private const string LevelMark = "\u001f";

    private const string IsTask = $"indexof(datum.value, '{LevelMark}') < 0";

    /// <summary>What the axis calls a line.</summary>
    public static string Key(string task, int? level) => level is { } number ? $"{task}{LevelMark}{number}" : task;

    /// <summary>What a reader calls it.</summary>
    public static string Name(string task, int? level) => level is { } number ? $"{task}, level {number}" : task;

    /// <summary>The vertical channel of a specification.</summary>
    /// <param name="keys">The lines from top to bottom.</param>
    public static object Channel(IEnumerable<string> keys) => new
    {
        field = "row",
        type = "nominal",
        scale = new { domain = keys, paddingInner = 0.1 },
        axis = new
        {
            labelExpr = $"{IsTask} ? datum.value : 'level ' + split(datum.value, '{LevelMark}')[1]",
            labelColor = new { condition = new { test = IsTask, value = "var(--ink)" }, value = "var(--soft)" },
            labelLimit = 190,
            grid = false,
        },
    };
}
