using Sasr.Arena.Agents;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Tests.Fakes;

/// <summary>A small run to report on: three steps of warm-up, then every second step GRPO.</summary>
internal static class SampleRun
{
    public static RunReport Report { get; } = new(
        "quick & <start>",
        [.. Enumerable.Range(1, 9).Select(Row)],
        [
            new LabelledEvaluation("after the warm-up", Evaluation(correct: 15, n: 148)),
            new LabelledEvaluation("at the end", Evaluation(correct: 81, n: 263)),
        ],
        "seed: 1 # <none>",
        ["./arena play math/pick-two"]);

    private static MetricsRow Row(int step)
    {
        bool sft = step <= 3 || step % 2 == 0;
        var values = new Dictionary<string, double>
        {
            ["schedule/p_sft"] = step <= 3 ? 1 : 0.5,
            ["num_tokens"] = 1000 * step,
            [sft ? "sft/loss" : "reward"] = 1.0 / step,
            [sft ? "sft/grad_norm" : "grad_norm"] = 0.5,
        };
        if (step is 3 or 9)
            values["validation/math/pick-two/accuracy"] = values["validation/accuracy"] = step / 10.0;
        return new MetricsRow(step, sft, values);
    }

    private static EvaluationResult Evaluation(int correct, int n)
    {
        var score = new Score(n, correct, 0.5, 0);
        return new EvaluationResult(
            "model", null, Split.Test, 1, 1, new Decoding(), score,
            [new EnvironmentResult("math/pick-two", 1, ["arithmetic"], n, score, [new LevelResult(2, score)])],
            [new TagResult("arithmetic", score)],
            [
                new EpisodeRecord("math/pick-two", 2, 0, 0, [new TurnRecord("Make 12 <script>alert(1)</script>", "3+9 & more")], "Right.") { Reward = 1, Correct = true },
                new EpisodeRecord("math/pick-two", 1, 1, 0, [new TurnRecord("Make 10", "</script><!-- ]]> \u2028")], "Unscored") { Unscored = "the worker died" },
            ]);
    }
}
