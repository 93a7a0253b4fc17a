using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Tests.Results;

public class ScoreTests
{
    /// <summary>By hand: three problems, right in 4, 2 and 0 of 4 samples.</summary>
    [Test]
    public void Samples_of_a_problem_are_one_cluster()
    {
        Score score = Score.Of([.. Problem(0, 4, 4), .. Problem(1, 2, 4), .. Problem(2, 0, 4)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((score.N, score.Correct, score.Accuracy), Is.EqualTo((12, 6, 0.5)));
            // Deviations are +-1/2: squares 12 * 1/4 / 11 / 12 = 1/44; products (2^2 - 1) + (0 - 1) + (2^2 - 1) = 5, over 12^2.
            Assert.That(score.StandardError, Is.EqualTo(Math.Sqrt((1.0 / 44) + (5.0 / 144))).Within(1e-6));
            // Worth 1/4 / s.e.^2 = 4.3515 independent episodes: Wilson's interval of 1/2 is 1/2 -+ z / (2 sqrt(n + z^2)).
            double half = 1.959964 / (2 * Math.Sqrt((0.25 / ((1.0 / 44) + (5.0 / 144))) + (1.959964 * 1.959964)));
            Assert.That((score.Low, score.High), Is.EqualTo((0.5 - half, 0.5 + half)).Within(1e-5));
        }
    }

    [Test]
    public void Several_samples_give_pass_at_k_pass_hat_k_and_the_majority()
    {
        SampleScore sampling = Score.Of([.. Problem(0, 4, 4), .. Problem(1, 2, 4), .. Problem(2, 0, 4)]).Sampling!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((sampling.K, sampling.Mean), Is.EqualTo((4, 0.5)));
            // 1 - C(2,2)/C(4,2) = 5/6 for the second problem.
            Assert.That(sampling.PassAt, Is.EqualTo(new Dictionary<string, double> { ["1"] = 0.5, ["2"] = 0.611111, ["4"] = 0.666667 }));
            // C(2,2)/C(4,2) = 1/6.
            Assert.That(sampling.PassHat, Is.EqualTo(new Dictionary<string, double> { ["1"] = 0.5, ["2"] = 0.388889, ["4"] = 0.333333 }));
            // The second problem's two wrong samples agree, and so do its two right ones: a tie.
            Assert.That(sampling.Majority, Is.EqualTo(0.5));
            Assert.That(sampling.AnswerEntropy, Is.EqualTo(0.333333));
        }
    }

    [Test]
    public void A_problem_that_comes_twice_is_one_cluster_and_one_sample_each_has_no_sampling()
    {
        EpisodeRecord[] episodes = [.. Problem(0, 1, 1), .. Problem(0, 1, 1).Select(episode => episode with { Index = 1 }), .. Problem(2, 0, 1), .. Problem(3, 0, 1)];
        Score score = Score.Of(episodes), apart = Score.Of([.. episodes.Select((episode, i) => Asking(episode, $"question {i}"))]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(score.High - score.Low, Is.GreaterThan(apart.High - apart.Low));
            Assert.That(score.Sampling, Is.Null);
        }
    }

    [Test]
    public void All_right_is_worth_no_more_than_its_problems()
    {
        Score score = Score.Of([.. Problem(0, 4, 4), .. Problem(1, 4, 4)]);
        // Wilson's interval of 2 in 2: low end 2 / (2 + z^2).
        Assert.That((score.Low, score.High), Is.EqualTo((2 / (2 + (1.959964 * 1.959964)), 1d)).Within(1e-5));
    }

    private static EpisodeRecord[] Problem(int index, int right, int samples) =>
    [
        .. Enumerable.Range(0, samples).Select(sample => new EpisodeRecord(
            "math/a", 1, index, sample, [new TurnRecord($"question {index}", "text")], "")
        {
            Given = sample < right ? "right" : "wrong",
            Reward = sample < right ? 1 : 0,
            Correct = sample < right,
        }),
    ];

    private static EpisodeRecord Asking(EpisodeRecord episode, string question) => episode with { Turns = [new TurnRecord(question, "text")] };
}
