using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>The charts of an accuracy by task and level: intervals for all, or, where these were too many, for tasks only, and the levels as a heat map.</summary>
internal static class AccuracyCharts
{
    public static IEnumerable<PageBlock> Of(IReadOnlyList<LabelledEvaluation> evaluations)
    {
        IReadOnlyList<LabelledEvaluation> compared = evaluations.Count > 1 ? [evaluations[0], evaluations[^1]] : evaluations;
        EvaluationResult last = compared[^1].Result;
        int rows = last.Environments.Sum(environment => 1 + Levels(environment).Count());
        yield return new IntervalChart([.. compared.Select(evaluation => evaluation.Label)], [.. Rows(compared, levels: rows <= TaskAxis.MostRows)]);
        if (rows > TaskAxis.MostRows)
            yield return ByLevel(last);
    }

    private static IEnumerable<IntervalRow> Rows(IReadOnlyList<LabelledEvaluation> evaluations, bool levels)
    {
        foreach (EnvironmentResult environment in evaluations[^1].Result.Environments)
        {
            EnvironmentResult?[] each = [.. evaluations.Select(evaluation => environment.In(evaluation.Result))];
            yield return new IntervalRow(environment.Environment, null, [.. each.Select(one => one?.Total)]);
            foreach (LevelResult level in levels ? Levels(environment) : [])
                yield return new IntervalRow(environment.Environment, level.Level, [.. each.Select(one => one?.At(level.Level))]);
        }
    }

    private static HeatMap ByLevel(EvaluationResult result) => new(
        "Accuracy by level",
        "95 % intervals at the cells",
        [.. result.Environments.Select(environment => environment.Environment)],
        [.. result.Environments.SelectMany(environment => environment.Levels).Select(level => level.Level).Distinct().Order().Select(Name)],
        [
            .. from environment in result.Environments
               from level in environment.Levels
               where level.Score.Accuracy.HasValue
               select new HeatMapCell(environment.Environment, Name(level.Level), level.Score.Accuracy!.Value, level.Score.Low, level.Score.High),
        ]);

    // A task of one level has it in its own line.
    private static IEnumerable<LevelResult> Levels(EnvironmentResult environment) => environment.Levels.Count > 1 ? environment.Levels : [];

    private static string Name(int level) => $"level {level}";
}
