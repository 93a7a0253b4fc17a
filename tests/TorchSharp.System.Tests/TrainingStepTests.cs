using TorchSharp.Tests.Modules;

namespace TorchSharp.Tests;

/// <summary>All of it together.</summary>
public class TrainingStepTests
{
    [Test]
    public void Scoped_steps_leave_the_number_of_live_tensors_unchanged()
    {
        using var network = new FieldNetwork();
        using var optimizer = optim.AdamW(network.parameters(), lr: 0.01);
        Step(network, optimizer);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 10; i++)
            Step(network, optimizer);

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void Training_is_the_same_from_run_to_run()
    {
        var runs = Enumerable.Range(0, 2).Select(_ =>
        {
            manual_seed(5);
            using var network = new FieldNetwork();
            using var optimizer = optim.AdamW(network.parameters(), lr: 0.01);
            return Enumerable.Range(0, 20).Select(_ => Step(network, optimizer)).ToArray();
        }).ToArray();

        Assert.That(runs[0], Is.EqualTo(runs[1]));
        Assert.That(runs[0][^1], Is.LessThan(runs[0][0]));
    }

    private static double Step(FieldNetwork network, AdamW optimizer)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var outcome = network.call(tensor(new[] { 1f, 2f, -1f, 0.5f }, [2, 2]));
        var loss = F.cross_entropy(outcome, tensor(new[] { 0L, 2L }));
        loss.backward();
        nn.utils.clip_grad_norm_(network.parameters(), 1);
        optimizer.step();
        return (double)loss;
    }
}
