using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class ClusteredErrorTests
{
    // By hand after Miller 2024: scores 1,1 | 1,0 | 0,0 with mean 1/2. Squares 6·(1/4) = 3/2, so (3/2)/5/6 = 1/20; products of
    // two deviations in a cluster, each pair twice: 1/2 - 1/2 + 1/2 = 1/2, over 36. 1/20 + 1/72 = 23/360.
    [Test]
    public void The_products_within_clusters_are_added_to_the_plain_variance() =>
        Assert.That(ClusteredError.Of([[1.0, 1.0], [1.0, 0.0], [0.0, 0.0]]), Is.EqualTo(Math.Sqrt(23.0 / 360)).Within(1e-12));

    [Test]
    public void One_score_a_cluster_gives_the_plain_standard_error()
    {
        // Scores 1, 0, 0, 1, 1: the sample's variance is 0.3, the standard error sqrt(0.3 / 5).
        Assert.That(ClusteredError.Of([[1.0], [0.0], [0.0], [1.0], [1.0]]), Is.EqualTo(Math.Sqrt(0.06)).Within(1e-12));
    }

    [Test]
    public void Samples_that_always_agree_tell_hardly_more_than_one_of_them()
    {
        double[][] once = [.. Enumerable.Range(0, 200).Select(i => new[] { i % 3 == 0 ? 1.0 : 0.0 })];
        double[][] fourTimes = [.. once.Select(scores => Enumerable.Repeat(scores[0], 4).ToArray())];
        double plain = ClusteredError.Of(once)!.Value, clustered = ClusteredError.Of(fourTimes)!.Value;
        Assert.That(clustered / plain, Is.EqualTo(1).Within(0.01));
    }

    [Test]
    public void Samples_that_always_disagree_have_no_error_and_not_a_root_of_less_than_nothing() =>
        Assert.That(ClusteredError.Of([.. Enumerable.Repeat(new[] { 0.0, 1.0 }, 50)]), Is.EqualTo(0.0).Within(0.01));

    [TestCase(0)]
    [TestCase(1)]
    public void Fewer_than_two_clusters_say_nothing(int clusters) =>
        Assert.That(ClusteredError.Of([.. Enumerable.Repeat(new[] { 0.0, 1.0 }, clusters), []]), Is.Null);
}
