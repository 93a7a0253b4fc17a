using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Transfer;

namespace Sasr.Arena.Evaluation.Tests.Fakes;

/// <summary>
/// A study small enough to work out by hand: a is a task of math and b one of logic, both trained on at level 1; a is asked at
/// level 2 too, and c of math beside them; four problems a level, two methods, two seeds.
/// </summary>
internal static class SampleStudy
{
    private static readonly (string Environment, int Level)[] Strata = [("logic/b", 1), ("math/a", 1), ("math/a", 2), ("math/c", 1)];

    public static TransferDesign Design { get; } = new(
        [new TransferSource("A", [new SourceTask("math/a", [1])]), new TransferSource("B", [new SourceTask("logic/b", [1])])],
        ["sft", "sasr"],
        [1, 2],
        new EvaluationPlan([
            new EvaluationTarget("logic/b", 1, [], [1], 4),
            new EvaluationTarget("math/a", 1, [], [1, 2], 4),
            new EvaluationTarget("math/c", 2, [], [1], 4),
        ]));

    public static TransferResult Result { get; } = Of(Evaluations());

    public static TransferResult Of(TransferEvaluations evaluations) => TransferResult.Of(
        "small & <plain>", "the same model for all", 40, Design, evaluations,
        [.. Design.Trainings.Select(training => new TrainingSpent(training.Source, training.Method, training.Seed, "step-000012", 12, 4, 40.2))]);

    /// <summary>All models; <paramref name="first"/> stands in for the first starting point.</summary>
    public static TransferEvaluations Evaluations(EvaluationResult? first = null) => new(
        new Dictionary<ulong, EvaluationResult> { [1] = first ?? Of("1110 0000 0000 0000"), [2] = Of("1110 0000 0000 0000") },
        new Dictionary<TransferTraining, EvaluationResult>
        {
            [new("A", "sft", 1)] = Of("0100 1000 0000 0000"),
            [new("A", "sft", 2)] = Of("0110 1100 0000 0000"),
            [new("B", "sft", 1)] = Of("1111 0000 0000 1000"),
            [new("B", "sft", 2)] = Of("1100 0000 0000 0000"),
            [new("A", "sasr", 1)] = Of("0110 1110 1100 1000"),
            [new("A", "sasr", 2)] = Of("1110 1100 1000 0000"),
            [new("B", "sasr", 1)] = Of("1111 1000 0000 1100"),
            [new("B", "sasr", 2)] = Of("1110 0000 0000 1000"),
        });

    /// <summary>An evaluation by what was right (1), wrong (0) or not scored (?), level by level.</summary>
    public static EvaluationResult Of(string verdicts) => EvaluationResult.Of(Design.Plan, "model",
    [
        .. from level in verdicts.Split(' ').Zip(Strata)
           from problem in level.First.Index()
           select new EpisodeRecord(level.Second.Environment, level.Second.Level, problem.Index, 0, [new TurnRecord($"question {problem.Index}", "?")], "")
           {
               Answer = $"answer {problem.Index}",
               Reward = problem.Item == '1' ? 1 : 0,
               Correct = problem.Item == '1',
               Unscored = problem.Item == '?' ? "the worker died" : null,
           },
    ]);
}
