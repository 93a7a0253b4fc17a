using Sasr.Arena.Evaluation.Tests.Fakes;
using Sasr.Arena.Evaluation.Transfer;

namespace Sasr.Arena.Evaluation.Tests.Transfer;

/// <summary>All figures are worked out by hand from the verdicts of <see cref="SampleStudy"/>.</summary>
public class TransferAnalysisTests
{
    private const double Exact = 1e-6;

    [Test]
    public void A_matrix_has_the_mean_gain_of_every_source_on_every_target()
    {
        TransferCell[] cells = [.. SampleStudy.Result.Matrices[1].Cells];
        Assert.That(cells.Select(cell => (cell.Source, cell.Target, cell.Relation, cell.Accuracy, cell.Gain.Mean)), Is.EqualTo(new[]
        {
            ("A", "logic/b 1", Relation.Far, 0.625, -0.125),
            ("A", "math/a 1", Relation.InTask, 0.625, 0.625),
            ("A", "math/a 2", Relation.Harder, 0.375, 0.375),
            ("A", "math/c 1", Relation.Near, 0.125, 0.125),
            ("B", "logic/b 1", Relation.InTask, 0.875, 0.125),
            ("B", "math/a 1", Relation.Far, 0.125, 0.125),
            ("B", "math/a 2", Relation.Far, 0, 0),
            ("B", "math/c 1", Relation.Far, 0.375, 0.375),
        }));
    }

    [Test]
    public void A_cell_knows_its_seeds_and_both_errors()
    {
        GainEstimate gain = SampleStudy.Result.Matrices[1].Cells[1].Gain;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(gain.Replicates, Is.EqualTo(new[] { 0.75, 0.5 }));
            Assert.That(gain.TrainingError, Is.EqualTo(0.125).Within(Exact));
            // The problems gained 1, 1, 0.5 and 0 over the seeds; with 1 and -1 beside them the squares about the mean are 4.25 - 2.5² / 6.
            Assert.That(gain.ProblemError, Is.EqualTo(Math.Sqrt((4.25 - (2.5 * 2.5 / 6)) / 30)).Within(Exact));
        }
    }

    [Test]
    public void The_summary_weighs_sources_then_tasks_then_levels_alike()
    {
        MethodSummary sasr = SampleStudy.Result.Summaries[1];
        Assert.That(sasr.Gains.Select(gain => (gain.Relation, gain.Gain.Replicates[0], gain.Gain.Replicates[1])), Is.EqualTo(new[]
        {
            (Relation.InTask, 0.5, 0.25),
            (Relation.Harder, 0.5, 0.25),
            (Relation.Near, 0.25, 0),
            // Source A: -0.25 and 0 on b. Source B: the mean of a, itself of two levels, and c: 0.3125 and 0.125.
            (Relation.Far, 0.03125, 0.0625),
        }));
    }

    [Test]
    public void Forgetting_is_the_mean_loss_on_what_the_start_could_do_and_training_did_not_practise()
    {
        // b alone is solved above chance before, 3 of 4; only source A does not train on it.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SampleStudy.Result.Summaries[0].Forgetting!.Replicates, Is.EqualTo(new[] { -0.5, -0.25 }));
            Assert.That(SampleStudy.Result.Summaries[1].Forgetting!.Replicates, Is.EqualTo(new[] { -0.25, 0 }));
            Assert.That(SampleStudy.Result.Summaries[1].Forgetting!.ProblemError, Is.Null);
        }
    }

    [Test]
    public void A_start_that_can_do_nothing_has_nothing_to_forget()
    {
        TransferEvaluations evaluations = SampleStudy.Evaluations() with
        {
            Starts = SampleStudy.Design.Seeds.ToDictionary(seed => seed, _ => SampleStudy.Of("1000 0000 0000 0000")),
        };
        TransferResult result = SampleStudy.Of(evaluations);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Summaries.Select(summary => summary.Forgetting), Is.All.Null);
            Assert.That(result.Differences[0].Forgetting, Is.Null);
        }
    }

    [Test]
    public void Methods_are_compared_pair_by_pair_of_source_and_seed()
    {
        MethodDifference difference = SampleStudy.Result.Differences.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((difference.Method, difference.Against), Is.EqualTo(("sasr", "sft")));
            Assert.That(difference.Gains.Select(gain => gain.Relation), Is.EqualTo(new[] { Relation.InTask, Relation.Harder, Relation.Near, Relation.Far }));
            Assert.That(difference.Gains[0].Gain.Replicates, Is.EqualTo(new[] { 0.5, 0, 0, 0.25 }));
            Assert.That(difference.Gains[1].Gain.Replicates, Is.EqualTo(new[] { 0.5, 0.25 }));
            Assert.That(difference.Gains[3].Gain.Replicates, Is.EqualTo(new[] { 0.25, 0.25, 0.1875, 0.125 }));
            Assert.That(difference.Gains[3].Gain.Mean, Is.EqualTo(0.203125).Within(Exact));
            Assert.That(difference.Forgetting!.Replicates, Is.EqualTo(new[] { 0.25, 0.25 }));
        }
    }

    [Test]
    public void Targets_have_the_starts_accuracy_and_what_the_commonest_answer_would_score()
    {
        TargetResult target = SampleStudy.Result.Targets[0];
        Assert.That((target.Name, target.Start, target.Chance), Is.EqualTo(("logic/b 1", 0.75, 0.25)));
    }

    [Test]
    public void A_problem_that_was_not_scored_for_one_model_is_left_out_for_all()
    {
        TransferResult result = SampleStudy.Of(SampleStudy.Evaluations(first: SampleStudy.Of("?110 0000 0000 0000")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.LeftOut, Is.EqualTo(1));
            Assert.That(result.Targets[0].Start, Is.EqualTo(2.0 / 3).Within(Exact));
            // Source A by sasr no longer loses the first problem of b with seed 1.
            Assert.That(result.Matrices[1].Cells[0].Gain.Mean, Is.Zero);
        }
    }

    [Test]
    public void A_level_of_which_nothing_was_scored_is_a_failure_and_no_figure() => Assert.That(
        () => SampleStudy.Of(SampleStudy.Evaluations(first: SampleStudy.Of("???? 0000 0000 0000"))),
        Throws.InstanceOf<InfrastructureException>().With.Message.Contains("logic/b level 1"));
}
