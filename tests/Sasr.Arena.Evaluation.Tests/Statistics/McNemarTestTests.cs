using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class McNemarTestTests
{
    // Fagerland, Lydersen and Laake 2013 (BMC Medical Research Methodology 13:91): the study of Bentur et al., 1 and 7 discordant
    // pairs, exact 2·(1 + 8)/256 and mid-p 8/256 less.
    [TestCase(1, 7, 0.0703, 0.0391)]
    [TestCase(7, 1, 0.0703, 0.0391)]
    // By hand: 2/32 and half of it; 2·(1 + 10 + 45)/1024 and 45/1024 less.
    [TestCase(5, 0, 0.0625, 0.03125)]
    [TestCase(2, 8, 0.1094, 0.0654)]
    public void The_p_values_equal_the_published_ones(int lost, int gained, double exact, double mid)
    {
        McNemarTest test = McNemarTest.Of(lost, gained);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(test.PValue, Is.EqualTo(exact).Within(5e-5));
            Assert.That(test.MidPValue, Is.EqualTo(mid).Within(5e-5));
        }
    }

    [Test]
    public void As_many_lost_as_gained_show_nothing()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(McNemarTest.Of(0, 0).PValue, Is.EqualTo(1));
            Assert.That(McNemarTest.Of(12, 12).PValue, Is.EqualTo(1));
            // Fagerland et al.: 1 - half the probability of what was observed, here C(4, 2)/16.
            Assert.That(McNemarTest.Of(2, 2).MidPValue, Is.EqualTo(1 - (6.0 / 32)).Within(1e-12));
        }
    }

    [Test]
    public void Thousands_that_differ_agree_with_the_chi_squared_test()
    {
        // (|2100 - 1900| - 1)² / 4000 = 9.900, whose upper tail with one degree of freedom is 0.00165.
        Assert.That(McNemarTest.Of(2100, 1900).PValue, Is.EqualTo(0.00165).Within(2e-5));
    }

    [Test]
    public void A_negative_count_is_refused() =>
        Assert.That(() => McNemarTest.Of(-1, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
