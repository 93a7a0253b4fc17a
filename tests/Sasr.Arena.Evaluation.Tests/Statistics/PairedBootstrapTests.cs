using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class PairedBootstrapTests
{
    [Test]
    public void The_interval_is_that_of_the_normal_distribution_where_there_are_many_problems()
    {
        // 120 down, 80 up of 1000: mean -0.04, variance 0.2 - 0.0016, standard error √(0.1984/1000) = 0.014085.
        PairedBootstrap bootstrap = PairedBootstrap.Of(Flips(1000, 120, 80), seed: 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bootstrap.Mean, Is.EqualTo(-0.04).Within(1e-12));
            Assert.That(bootstrap.Low, Is.EqualTo(-0.04 - (1.96 * 0.014085)).Within(0.0015));
            Assert.That(bootstrap.High, Is.EqualTo(-0.04 + (1.96 * 0.014085)).Within(0.0015));
            // z = 2.84: 0.0045 (tables of the normal distribution).
            Assert.That(bootstrap.PValue, Is.EqualTo(0.0045).Within(0.002));
        }
    }

    [Test]
    public void Two_problems_are_enumerated()
    {
        // Resamples of (-1, 0) have means -1, -1/2, -1/2, 0, with 1/4, 1/2 and 1/4: both ends of the interval are reached.
        PairedBootstrap bootstrap = PairedBootstrap.Of([-1, 0], seed: 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((bootstrap.Low, bootstrap.High), Is.EqualTo((-1.0, 0.0)));
            // One problem that differs is one coin, which always falls on some side.
            Assert.That(bootstrap.PValue, Is.EqualTo(1));
        }
    }

    [Test]
    public void A_few_problems_that_all_got_worse_are_no_more_than_coins_that_fell_alike() =>
        Assert.That(PairedBootstrap.Of([-0.25, -0.5, -0.25], seed: 1).PValue, Is.EqualTo(0.25));

    [Test]
    public void Many_problems_that_all_got_worse_have_the_smallest_value_that_the_resamples_resolve() =>
        Assert.That(PairedBootstrap.Of([.. Enumerable.Repeat(-0.25, 40)], seed: 1).PValue, Is.EqualTo(2.0 / 10_001).Within(1e-12));

    [Test]
    public void Nothing_that_differs_shows_nothing() =>
        Assert.That(PairedBootstrap.Of(new double[30], seed: 1), Is.EqualTo(new PairedBootstrap(0, 0, 0, 1)));

    [Test]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        double[] differences = Flips(60, 12, 5);
        PairedBootstrap first = PairedBootstrap.Of(differences, seed: 7, resamples: 500);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PairedBootstrap.Of(differences, seed: 7, resamples: 500), Is.EqualTo(first));
            Assert.That(PairedBootstrap.Of(differences, seed: 8, resamples: 500), Is.Not.EqualTo(first));
        }
    }

    [Test]
    public void No_problem_is_refused() => Assert.That(() => PairedBootstrap.Of([], seed: 1), Throws.ArgumentException);

    private static double[] Flips(int problems, int lost, int gained) =>
        [.. Enumerable.Range(0, problems).Select(i => i < lost ? -1.0 : i < lost + gained ? 1 : 0)];
}
