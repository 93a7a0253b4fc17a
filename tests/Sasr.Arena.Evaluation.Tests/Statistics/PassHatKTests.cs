using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class PassHatKTests
{
    // C(c, k) / C(n, k), by hand.
    [TestCase(5, 3, 2, 3.0 / 10)]
    [TestCase(8, 6, 4, 15.0 / 70)]
    [TestCase(8, 3, 4, 0.0)]
    [TestCase(8, 8, 4, 1.0)]
    [TestCase(8, 2, 1, 0.25)]
    public void The_estimate_is_that_of_the_binomial_coefficients(int samples, int correct, int k, double expected) =>
        Assert.That(PassHatK.Of(samples, correct, k), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void That_all_are_right_is_that_none_is_wrong([Range(1, 6)] int k, [Range(0, 6)] int correct) =>
        Assert.That(PassHatK.Of(6, correct, k), Is.EqualTo(1 - PassAtK.Of(6, 6 - correct, k)).Within(1e-12));
}
