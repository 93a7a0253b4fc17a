using Sasr.Arena.Checks;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Tests.Checks;

public class SpaceSizeTests
{
    [TestCase(200)]
    [TestCase(1_000)]
    [TestCase(5_000)]
    [TestCase(50_000)]
    public void The_size_of_a_space_is_told_from_a_part_of_its_draws(int questions)
    {
        var rng = new Rng(3);
        SpaceSize size = SpaceSize.Of([.. Enumerable.Range(0, 2_000).Select(_ => $"question {rng.Integer(1, questions * 8 / 10)}")]);
        Assert.That(size.Estimate, Is.EqualTo(questions).Within(25).Percent);
    }

    [Test]
    public void A_space_below_the_least_is_sure_to_be_and_one_well_above_it_is_not()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var rng = new Rng(seed);
            SpaceSize Draw(int questions) => SpaceSize.Of([.. Enumerable.Range(0, 500).Select(_ => $"{rng.Integer(1, questions * 8 / 10)}")]);
            Assert.That(Draw(500).IsSurelyBelow(1_000), $"seed {seed}");
            Assert.That(Draw(1_200).IsSurelyBelow(1_000), Is.False, $"seed {seed}");
        }
    }

    [Test]
    public void Without_equal_draws_only_a_bound_is_known()
    {
        SpaceSize size = SpaceSize.Of([.. Enumerable.Range(0, 100).Select(i => $"{i}")]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(size.IsBound);
            Assert.That(size.Distinct, Is.EqualTo(100));
            Assert.That(size.Estimate, Is.EqualTo(4950 / 0.8 / 3).Within(1e-9));
        }
    }
}
