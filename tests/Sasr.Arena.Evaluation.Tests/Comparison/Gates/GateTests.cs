using Sasr.Arena.Evaluation.Comparison;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Comparison.Gates;

public class GateTests
{
    [Test]
    public void A_drop_that_is_shown_over_all_problems_is_a_regression()
    {
        // Each of three tasks loses 4 of 10: p = 1/8 alone, 2/4096 together.
        GateVerdict verdict = Judge(Three("++++++++++"), Three("----++++++"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Outcome, Is.EqualTo(GateOutcome.Regression));
            Assert.That(verdict.Findings.Single().Environment, Is.Null);
            Assert.That(verdict.Findings.Single().Message, Does.StartWith("Over all tasks the accuracy fell by 40.0 points").And.EndsWith("p < 0.001."));
        }
    }

    [Test]
    public void A_drop_of_one_task_is_found_though_the_others_gained_as_much()
    {
        // 10 lost of 10 in a, p = 2/1024, 6/1024 by Holm; 10 gained over b and c: nothing over all.
        GateVerdict verdict = Judge(["t/a:++++++++++", "t/b:-----+++++", "t/c:-----+++++"], ["t/a:----------", "t/b:++++++++++", "t/c:++++++++++"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Outcome, Is.EqualTo(GateOutcome.Regression));
            Assert.That(verdict.Findings.Single().Environment, Is.EqualTo("t/a"));
            Assert.That(verdict.Findings.Single().Message, Does.Contain("p = 0.006 after Holm's adjustment over 3 tasks"));
        }
    }

    [Test]
    public void A_task_that_would_be_shown_alone_is_not_among_several()
    {
        // 6 lost of 6: p = 2/64 alone, 6/64 among three; over all 6 lost and 4 gained.
        GateVerdict verdict = Judge(["t/a:++++++", "t/b:--++++", "t/c:--++++"], ["t/a:------", "t/b:++++++", "t/c:++++++"]);
        Assert.That(verdict.Outcome, Is.EqualTo(GateOutcome.NoRegressionShown));
    }

    // All of n problems lost: p is 2/2^n. One task alone is tested at 0.05, one of two and both together at 0.025.
    [TestCase(6, 1, GateOutcome.Regression)]
    [TestCase(5, 1, GateOutcome.NoRegressionShown)]
    [TestCase(7, 2, GateOutcome.Regression)]
    [TestCase(6, 2, GateOutcome.NoRegressionShown)]
    public void Alpha_is_shared_by_the_test_over_all_and_those_of_the_tasks(int lost, int tasks, GateOutcome outcome)
    {
        string[] others = [.. Enumerable.Range(1, tasks - 1).Select(i => $"t/{i}:++++++++++")];
        Assert.That(Judge([$"t/a:{new string('+', lost)}", .. others], [$"t/a:{new string('-', lost)}", .. others]).Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void A_gain_is_never_a_regression() =>
        Assert.That(Judge(Three("----------"), Three("++++++++++")).Outcome, Is.EqualTo(GateOutcome.NoRegressionShown));

    [Test]
    public void That_no_regression_is_shown_comes_with_the_smallest_drop_that_could_have_been()
    {
        string all = new('+', 1000);
        GateVerdict verdict = Judge([$"t/a:{all}"], [$"t/a:{all}"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Headline, Is.EqualTo("No regression shown"));
            // 7.9 of 1000 problems: six one-sided flips with probability 0.8 (Poisson).
            Assert.That(verdict.Resolution, Does.StartWith("With 1000 problems a drop of 0.8 points or more").And.Contain("at least 80 %"));
            Assert.That(Judge(["t/a:+++++"], ["t/a:-----"]).Resolution, Does.StartWith("With 5 problems no drop at all could have been shown."));
        }
    }

    [Test]
    public void A_drop_that_the_rules_accept_is_no_regression_and_they_say_so()
    {
        GateVerdict verdict = Judge(Three("++++++++++"), Three("----++++++"), new GateRules { MaxDrop = 0.4 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Outcome, Is.EqualTo(GateOutcome.NoRegressionShown));
            Assert.That(verdict.Resolution, Does.EndWith("Drops of up to 40.0 points over all tasks are accepted."));
            Assert.That(Judge(Three("++++++++++"), Three("----++++++"), new GateRules { MaxDrop = 0.39 }).Outcome, Is.EqualTo(GateOutcome.Regression));
        }
    }

    [TestCase("t/*", 1.0, GateOutcome.NoRegressionShown)]
    [TestCase("t/a", 1.0, GateOutcome.NoRegressionShown)]
    [TestCase("t/a", 0.9, GateOutcome.Regression)]
    [TestCase("t/b", 1.0, GateOutcome.Regression)]
    public void A_tasks_own_threshold_is_found_by_pattern(string pattern, double maxDrop, GateOutcome outcome)
    {
        var rules = new GateRules { Tasks = { [pattern] = new TaskGate { MaxDrop = maxDrop } } };
        string[] baseline = ["t/a:++++++++++", "t/b:----------"], head = ["t/a:----------", "t/b:++++++++++"];
        Assert.That(Judge(baseline, head, rules).Outcome, Is.EqualTo(outcome));
    }

    [TestCase(0.7, GateOutcome.Regression)]
    [TestCase(0.6, GateOutcome.NoRegressionShown)]
    public void An_accuracy_below_the_floor_is_a_regression_whatever_the_base_did(double floor, GateOutcome outcome) =>
        Assert.That(Judge(["t/a:++++++----"], ["t/a:++++++----"], new GateRules { MinAccuracy = floor }).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Too_much_unscored_is_neither_a_regression_nor_none()
    {
        string[] baseline = ["t/a:++++++++++"], head = ["t/a:--------??"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge(baseline, head).Outcome, Is.EqualTo(GateOutcome.Unscored));
            Assert.That(Judge(baseline, head).Findings.Single().Message, Is.EqualTo("2 of 10 pairs are unscored on either side, more than 2.0 %."));
            Assert.That(Judge(baseline, head, new GateRules { MaxUnscored = 0.2 }).Outcome, Is.EqualTo(GateOutcome.Regression));
        }
    }

    [Test]
    public void A_task_of_which_nothing_is_scored_is_not_passed_over()
    {
        string many = new('+', 200);
        GateVerdict verdict = Judge([$"t/a:{many}", "t/b:++"], [$"t/a:{many}", "t/b:??"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Outcome, Is.EqualTo(GateOutcome.Unscored));
            Assert.That(verdict.Findings.Single().Environment, Is.EqualTo("t/b"));
        }
    }

    private static string[] Three(string verdicts) => [$"t/a:{verdicts}", $"t/b:{verdicts}", $"t/c:{verdicts}"];

    private static GateVerdict Judge(string[] baseline, string[] head, GateRules? rules = null)
    {
        rules ??= new GateRules();
        return Gate.Judge(EvaluationComparison.Of(Verdicts.Of(baseline), Verdicts.Of(head), rules.Alpha), rules);
    }
}
