namespace TorchSharp.Tests.Scopes;

public class StatisticsTests
{
    [Test]
    public void Live_tensors_are_counted()
    {
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();

        var outside = ones([1]);
        Assert.That(statistics.ThreadTotalLiveCount, Is.EqualTo(1));
        Assert.That(statistics.CreatedOutsideScopeCount, Is.EqualTo(1));

        using (NewDisposeScope())
        {
            _ = ones([1]);
            ones([1]).Dispose();
            Assert.That(statistics.ThreadTotalLiveCount, Is.EqualTo(2));
        }

        Assert.That(statistics.ThreadTotalLiveCount, Is.EqualTo(1));
        Assert.That(statistics.CreatedOutsideScopeCount, Is.EqualTo(1));
        outside.Dispose();
        Assert.That(statistics.ThreadTotalLiveCount, Is.Zero);
    }

    [Test]
    public void Reset_sets_the_counts_to_zero()
    {
        using var x = ones([1]);

        DisposeScopeManager.Statistics.Reset();

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.Zero);
        Assert.That(DisposeScopeManager.Statistics.CreatedOutsideScopeCount, Is.Zero);
    }
}
