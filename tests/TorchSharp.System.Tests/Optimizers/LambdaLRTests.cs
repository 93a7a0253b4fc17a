namespace TorchSharp.Tests.Optimizers;

public class LambdaLRTests
{
    [Test]
    public void The_rate_is_the_initial_one_times_the_epochs_factor()
    {
        using var parameter = new Parameter(ones([1]));
        using var optimizer = optim.AdamW([parameter], lr: 0.5);
        var scheduler = optim.lr_scheduler.LambdaLR(optimizer, epoch => 1.0 / (1 + epoch));

        Assert.That(optimizer.ParamGroups.Single().LearningRate, Is.EqualTo(0.5));
        scheduler.step();
        Assert.That(scheduler.get_last_lr(), Is.EqualTo(new[] { 0.25 }));
        scheduler.step();
        Assert.That(optimizer.ParamGroups.Single().LearningRate, Is.EqualTo(0.5 / 3).Within(1e-15));
        scheduler.step(4);
        Assert.That(optimizer.ParamGroups.Single().LearningRate, Is.EqualTo(0.1).Within(1e-15));
    }
}
