using Sasr.Arena.Evaluation.Transfer;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Tests.Transfer;

public class GainEstimateTests
{
    private const double Exact = 1e-6;

    // Student's t at 0.975: 12.7062 with one degree of freedom and 4.302653 with two; the normal 1.959964 (any table).
    [TestCase(new[] { 0.1, 0.2, 0.3 }, null, 0.2, 0.057735 * 4.302653)]
    [TestCase(new[] { 0.20, 0.22 }, null, 0.21, 0.01 * 12.706205)]
    [TestCase(new[] { 0.3 }, 0.1, 0.3, 0.1 * 1.959964)]
    [TestCase(new[] { -0.2, -0.2, -0.2 }, 0.05, -0.2, 0.05 * 1.959964)]
    [TestCase(new[] { 0.1, 0.2, 0.3 }, 0.1, 0.2, 0.316424)] // the root of 0.248414² + 0.195996²
    public void The_interval_has_the_half_widths_of_both_errors_added_as_squares(double[] replicates, double? problemError, double mean, double half)
    {
        GainEstimate gain = GainEstimate.Of(replicates, problemError);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(gain.Mean, Is.EqualTo(mean).Within(Exact));
            Assert.That(gain.Low, Is.EqualTo(mean - half).Within(2 * Exact));
            Assert.That(gain.High, Is.EqualTo(mean + half).Within(2 * Exact));
            Assert.That(gain.Replicates, Is.EqualTo(replicates));
        }
    }

    [Test]
    public void An_interval_stays_where_gains_can_lie()
    {
        GainEstimate gain = GainEstimate.Of([0.2, 0.6], problemError: null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(gain.TrainingError, Is.EqualTo(0.2).Within(Exact));
            Assert.That((gain.Low, gain.High), Is.EqualTo((-1.0, 1.0)));
        }
    }

    [Test]
    public void One_replicate_without_an_error_of_its_problems_has_no_interval()
    {
        GainEstimate gain = GainEstimate.Of([0.2], problemError: null);
        Assert.That((gain.Low, gain.High, gain.TrainingError), Is.EqualTo(((double?)null, (double?)null, (double?)null)));
    }

    // Seeds and problems both vary, and the same problems are put to the models of all seeds.
    [TestCase(2)]
    [TestCase(4)]
    public void The_interval_holds_the_true_gain_at_least_as_often_as_it_says(int seeds)
    {
        const int Studies = 1_000, Problems = 40;
        const double Gain = 0.3;
        var rng = new Rng(7);
        string[] questions = [.. Enumerable.Range(0, Problems).Select(problem => $"{problem}")];
        int held = 0;
        for (int study = 0; study < Studies; study++)
        {
            double[] ease = [.. questions.Select(_ => 0.3 * ((2 * rng.Uniform()) - 1))];
            double[][] differences =
            [
                .. Enumerable.Range(0, seeds).Select(_ =>
                {
                    double luck = 0.1 * (rng.Uniform() + rng.Uniform() + rng.Uniform() - 1.5);
                    return ease.Select(one => Right(0.6 + one + luck) - Right(0.3 + one)).ToArray();
                }),
            ];
            double error = ProblemError.Of([new WeightedDifferences(
                new TaskLevel("a/b", 1), 1, [.. questions.Select((_, problem) => differences.Average(seed => seed[problem]))], questions)]);
            GainEstimate gain = GainEstimate.Of([.. differences.Select(seed => seed.Average())], error);
            held += gain.Low <= Gain && Gain <= gain.High ? 1 : 0;
        }
        Assert.That(held, Is.GreaterThan(0.95 * Studies - 18), "95 % less two and a half standard errors of the simulation");

        double Right(double chance) => rng.Uniform() < chance ? 1 : 0;
    }
}
