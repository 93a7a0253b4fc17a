using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Reports.Charts;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>The charts of a comparison: intervals for all tasks and levels, or, where these were too many, for tasks only, and the levels as a heat map.</summary>
internal static class DifferenceCharts
{
    public static IEnumerable<PageBlock> Of(EvaluationComparison comparison)
    {
        bool levels = comparison.Tasks.Sum(task => 1 + Levels(task).Count()) <= TaskAxis.MostRows;
        yield return new DifferenceChart("Change", [.. Rows(comparison, levels)]);
        if (!levels)
            yield return ByLevel(comparison);
    }

    private static IEnumerable<DifferenceRow> Rows(EvaluationComparison comparison, bool levels)
    {
        foreach (TaskDifference task in comparison.Tasks)
        {
            yield return Row(task.Environment, null, task.Total);
            foreach (LevelDifference level in levels ? Levels(task) : [])
                yield return Row(task.Environment, level.Level, level.Difference);
        }
        if (comparison.Tasks.Count > 1)
            yield return Row("all", null, comparison.Overall);
    }

    private static DifferenceRow Row(string task, int? level, Difference difference) =>
        new(task, level, difference.Mean, difference.Low, difference.High, difference.Problems);

    private static HeatMap ByLevel(EvaluationComparison comparison) => new(
        "Change by level",
        "points; bold: the interval leaves 0 out",
        [.. comparison.Tasks.Select(task => task.Environment)],
        [.. comparison.Tasks.SelectMany(task => task.Levels).Select(level => level.Level).Distinct().Order().Select(Name)],
        [
            .. from task in comparison.Tasks
               from level in task.Levels
               where level.Difference.Mean.HasValue
               select new HeatMapCell(task.Environment, Name(level.Level), level.Difference.Mean!.Value, level.Difference.Low, level.Difference.High),
        ])
    {
        Signed = true,
    };

    // A task of one level has it in its own line.
    private static IEnumerable<LevelDifference> Levels(TaskDifference task) => task.Levels.Count > 1 ? task.Levels : [];

    private static string Name(int level) => $"level {level}";
}
