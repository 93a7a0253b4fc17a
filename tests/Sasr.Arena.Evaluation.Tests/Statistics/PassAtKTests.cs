using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class PassAtKTests
{
    // 1 - C(n-c, k) / C(n, k), by hand: 1 - 3/10; 1 - C(7,3)/C(10,3) = 1 - 35/120; 1 - C(195,100)/C(200,100), which is
    // 1 - (100·99·98·97·96) / (200·199·198·197·196).
    [TestCase(5, 2, 2, 0.7)]
    [TestCase(10, 3, 3, 1 - (35.0 / 120))]
    [TestCase(200, 5, 100, 1 - (100.0 * 99 * 98 * 97 * 96 / (200.0 * 199 * 198 * 197 * 196)))]
    public void The_estimate_is_that_of_the_binomial_coefficients(int samples, int correct, int k, double expected) =>
        Assert.That(PassAtK.Of(samples, correct, k), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void The_estimate_is_the_share_of_all_choices_of_k_samples_that_hold_a_right_one([Range(1, 7)] int k)
    {
        const int Samples = 7, Correct = 3;
        int[] choices = [.. Enumerable.Range(0, 1 << Samples).Where(choice => int.PopCount(choice) == k)];
        int hits = choices.Count(choice => (choice & ((1 << Correct) - 1)) != 0);
        Assert.That(PassAtK.Of(Samples, Correct, k), Is.EqualTo((double)hits / choices.Length).Within(1e-12));
    }

    [TestCase(8, 0, 3, 0.0)]
    [TestCase(8, 8, 3, 1.0)]
    [TestCase(8, 6, 3, 1.0)]
    [TestCase(8, 6, 1, 0.75)]
    public void None_right_all_right_too_few_wrong_and_one_try_are_exact(int samples, int correct, int k, double expected) =>
        Assert.That(PassAtK.Of(samples, correct, k), Is.EqualTo(expected).Within(1e-15));

    [TestCase(5, 6, 1)]
    [TestCase(5, -1, 1)]
    [TestCase(5, 2, 6)]
    [TestCase(5, 2, 0)]
    [TestCase(0, 0, 1)]
    public void Impossible_counts_are_refused(int samples, int correct, int k)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => PassAtK.Of(samples, correct, k), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => PassHatK.Of(samples, correct, k), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }
}
