using Sasr.Arena.Evaluation.Comparison;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Comparison;

public class EvaluationComparisonTests
{
    [Test]
    public void One_sample_is_tested_by_mcnemars_exact_test()
    {
        // 7 worse, 1 better of 21: Bentur's study in Fagerland et al. 2013, p = 0.0703, and Bonett and Price's interval.
        EvaluationComparison comparison = Compare("math/a:+++++++-+------------", "math/a:-------++------------");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((comparison.Overall.Worse, comparison.Overall.Better), Is.EqualTo((7, 1)));
            Assert.That(comparison.Overall.PValue, Is.EqualTo(0.0703).Within(5e-5));
            Assert.That(comparison.Overall.Mean, Is.EqualTo(-6.0 / 21).Within(1e-12));
            Assert.That(comparison.Overall.Low, Is.EqualTo(-0.5083).Within(1e-4));
            Assert.That(comparison.Overall.BaseAccuracy, Is.EqualTo(8.0 / 21).Within(1e-12));
            Assert.That(comparison.Overall.HeadAccuracy, Is.EqualTo(2.0 / 21).Within(1e-12));
        }
    }

    [Test]
    public void The_tasks_are_adjusted_together_and_levels_and_all_are_counted()
    {
        // a: 6 worse of 8, p = 2/64; b: 3 of 3, p = 2/8. Holm over two: 4/64 and 1/4.
        EvaluationComparison comparison = Compare(
            ["math/a:++++ ++++", "logic/b:+++-"],
            ["math/a:---+ ---+", "logic/b:----"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.Tasks.Select(task => task.Environment), Is.EqualTo(new[] { "math/a", "logic/b" }));
            Assert.That(comparison.Tasks.Select(task => task.AdjustedPValue), Is.EqualTo(new[] { 4.0 / 64, 2.0 / 8 }).Within(1e-12));
            Assert.That(comparison.Tasks[0].Levels.Select(level => (level.Level, level.Difference.Worse)), Is.EqualTo(new[] { (1, 3), (2, 3) }));
            Assert.That(comparison.Overall.PValue, Is.EqualTo(2.0 / 512).Within(1e-12));
        }
    }

    [Test]
    public void Several_samples_are_averaged_by_problem()
    {
        EvaluationComparison comparison = Compare(2, ["math/a:+++---+-"], ["math/a:+-++----"]);
        // Shares by problem: 1, 1/2, 0, 1/2 against 1/2, 1, 0, 0.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.Overall.BaseAccuracy, Is.EqualTo(0.5));
            Assert.That(comparison.Overall.HeadAccuracy, Is.EqualTo(0.375));
            Assert.That((comparison.Overall.Problems, comparison.Overall.Pairs), Is.EqualTo((4, 8)));
            Assert.That((comparison.Overall.Worse, comparison.Overall.Better), Is.EqualTo((2, 1)));
        }
    }

    [Test]
    public void A_drop_of_many_problems_with_several_samples_is_shown_by_the_bootstrap()
    {
        string baseline = string.Concat(Enumerable.Repeat("++++", 40)), head = string.Concat(Enumerable.Repeat("++-+", 40));
        EvaluationComparison comparison = Compare(4, [$"math/a:{baseline}"], [$"math/a:{head}"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((comparison.Overall.Mean, comparison.Overall.Low, comparison.Overall.High), Is.EqualTo((-0.25, -0.25, -0.25)));
            Assert.That(comparison.Overall.PValue, Is.LessThan(0.001));
            // No spread, and still what cannot be seen: 40 problems need some eight that flip.
            Assert.That(comparison.Overall.SmallestDrop, Is.InRange(0.15, 0.2));
        }
    }

    [Test]
    public void A_pair_that_is_unscored_on_either_side_is_left_out_and_counted()
    {
        EvaluationComparison comparison = Compare("math/a:+?+-+", "math/a:++?--");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((comparison.Overall.Problems, comparison.Overall.LeftOut), Is.EqualTo((3, 2)));
            Assert.That(comparison.Overall.BaseAccuracy, Is.EqualTo(2.0 / 3).Within(1e-12));
            Assert.That(comparison.Overall.HeadAccuracy, Is.EqualTo(1.0 / 3).Within(1e-12));
        }
    }

    [Test]
    public void An_unscored_sample_leaves_the_problems_other_samples_in()
    {
        EvaluationComparison comparison = Compare(2, ["math/a:+?++"], ["math/a:-+++"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((comparison.Overall.Problems, comparison.Overall.Pairs, comparison.Overall.LeftOut), Is.EqualTo((2, 3, 1)));
            Assert.That(comparison.Overall.Mean, Is.EqualTo(-0.5));
        }
    }

    [Test]
    public void Flipped_problems_come_with_an_episode_of_each_the_worse_first()
    {
        EvaluationComparison comparison = Compare("math/a:-+-+", "math/a:+--+");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.Flipped.Select(flip => (flip.Problem.Index, flip.IsWorse)), Is.EqualTo(new[] { (1, true), (0, false) }));
            Assert.That(comparison.Flipped[0].Base.Given, Is.EqualTo("+"));
            Assert.That(comparison.Flipped[0].Head.Given, Is.EqualTo("-"));
            Assert.That(comparison.Flipped[0].Head.Question, Is.EqualTo("math/a 1.1?"));
        }
    }

    [Test]
    public void A_flip_of_several_samples_shows_one_that_went_the_way_of_the_problem()
    {
        // The first pair got better, but the problem got worse.
        EvaluationComparison comparison = Compare(3, ["math/a:-++"], ["math/a:+--"]);
        FlippedProblem flip = comparison.Flipped.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((flip.Problem.BaseCorrect, flip.Problem.HeadCorrect), Is.EqualTo((2, 1)));
            Assert.That((flip.Base.Sample, flip.Base.Correct, flip.Head.Correct), Is.EqualTo((1, true, false)));
        }
    }

    [Test]
    public void A_question_that_a_level_asks_again_counts_once_and_a_game_that_begins_alike_does_not()
    {
        EvaluationResult baseline = Verdicts.Of("math/a:+++", "games/b:+++"), head = Verdicts.Of("math/a:--+", "games/b:--+");
        EvaluationComparison comparison = EvaluationComparison.Of(Alike(baseline), Alike(head));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.Tasks.Select(task => (task.Total.Problems, task.Total.Worse)), Is.EqualTo(new[] { (1, 1), (3, 2) }));
            Assert.That(comparison.Notes, Is.EqualTo(new[] { "Each question counts once: 2 that a level asks again are left out." }));
        }

        static EvaluationResult Alike(EvaluationResult result) => result with
        {
            Episodes =
            [
                .. result.Episodes.Select(episode => episode with
                {
                    Turns = [new TurnRecord("the same", "x")],
                    Answer = episode.Environment == "math/a" ? "+" : null,
                }),
            ],
        };
    }

    [Test]
    public void The_same_results_give_the_same_bits()
    {
        string[] baseline = ["math/a:++-+-+++--"], head = ["math/a:+-++--++-+"];
        EvaluationComparison first = Compare(2, baseline, head), second = Compare(2, baseline, head);
        Assert.That(second.Overall, Is.EqualTo(first.Overall));
    }

    [Test]
    public void Five_problems_could_not_have_shown_anything() =>
        Assert.That(Compare("math/a:+++++", "math/a:-----").Overall.SmallestDrop, Is.Null);

    private static EvaluationComparison Compare(string baseline, string head) => Compare([baseline], [head]);

    private static EvaluationComparison Compare(string[] baseline, string[] head) => Compare(1, baseline, head);

    private static EvaluationComparison Compare(int samples, string[] baseline, string[] head) =>
        EvaluationComparison.Of(Verdicts.Of(samples, baseline), Verdicts.Of(samples, head));
}
