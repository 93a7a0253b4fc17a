using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class DetectableDifferenceTests
{
    // Bloom 1995: 2.80 standard errors for a two-sided 0.05 and a power of 0.8, 3.24 for 0.9.
    [TestCase(0.8, 2.80)]
    [TestCase(0.9, 3.24)]
    public void The_multiple_of_the_standard_error_is_the_published_one(double power, double multiple) =>
        Assert.That(DetectableDifference.OfStandardError(1, power: power), Is.EqualTo(multiple).Within(0.005));

    [TestCase(-1.0, 0.05, 0.8)]
    [TestCase(1.0, 0.0, 0.8)]
    [TestCase(1.0, 0.05, 1.0)]
    public void Impossible_arguments_are_refused(double error, double alpha, double power) => Assert.That(
        () => DetectableDifference.OfStandardError(error, alpha, power), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
