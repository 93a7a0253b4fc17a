using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class MeanAtKTests
{
    [Test]
    public void The_mean_is_the_share_that_is_right_and_pass_at_1([Range(0, 8)] int correct)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(MeanAtK.Of(8, correct), Is.EqualTo(correct * 0.125));
            Assert.That(PassAtK.Of(8, correct, 1), Is.EqualTo(correct * 0.125).Within(1e-15));
        }
    }

    [Test]
    public void No_sample_has_no_mean() => Assert.That(() => MeanAtK.Of(0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
