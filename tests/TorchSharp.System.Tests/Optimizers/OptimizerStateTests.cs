namespace TorchSharp.Tests.Optimizers;

public class OptimizerStateTests : ScopedTests
{
    private static void Step(Parameter parameter, AdamW optimizer, float gradient)
    {
        parameter.grad = full([2], gradient);
        optimizer.step();
    }

    [Test]
    public void The_state_can_be_read()
    {
        using var parameter = new Parameter(ones([2]));
        using var optimizer = optim.AdamW([parameter], lr: 0.5, beta1: 0.5, beta2: 0.75, weight_decay: 0.125);
        Step(parameter, optimizer, 2);

        var dictionary = optimizer.state_dict();
        var options = (AdamW.Options)dictionary.Options.Single();
        var state = (AdamW.State)dictionary.State.Single();

        Assert.That(options.LearningRate, Is.EqualTo(0.5));
        Assert.That(options.InitialLearningRate, Is.EqualTo(0.5));
        Assert.That((options.beta1, options.beta2, options.eps), Is.EqualTo(((double?)0.5, (double?)0.75, (double?)1e-8)));
        Assert.That((options.weight_decay, options.amsgrad, options.maximize), Is.EqualTo(((double?)0.125, (bool?)false, (bool?)false)));
        Assert.That(state.step, Is.EqualTo(1));
        Assert.That(Values.Of(state.exp_avg), Is.EqualTo(new double[] { 1, 1 }));
        Assert.That(Values.Of(state.exp_avg_sq), Is.EqualTo(new double[] { 1, 1 }));
        Assert.That(state.max_exp_avg_sq is null, Is.True);
        Assert.That(dictionary.StateIndexRef, Has.Count.EqualTo(1));
        Assert.That(dictionary.StateIndexRef[0], Has.Count.EqualTo(1));
    }

    [Test]
    public void A_run_goes_on_from_a_state_that_was_written_into_a_new_optimizer()
    {
        using var original = new Parameter(ones([2]));
        using var optimizer = optim.AdamW([original], weight_decay: 0.1);
        Step(original, optimizer, 1);
        Step(original, optimizer, -3);
        var saved = (AdamW.State)optimizer.state_dict().State[0];

        using var resumed = new Parameter(original.detach().clone());
        using var other = optim.AdamW([resumed], weight_decay: 0.1);
        var state = (AdamW.State)other.state_dict().State[0];
        state.step = saved.step;
        state.exp_avg.bytes = saved.exp_avg.bytes;
        state.exp_avg_sq.bytes = saved.exp_avg_sq.bytes;

        Step(original, optimizer, 2);
        Step(resumed, other, 2);

        Assert.That(resumed.bytes.ToArray(), Is.EqualTo(original.bytes.ToArray()));
    }

    [Test]
    public void A_state_can_be_handed_over()
    {
        using var original = new Parameter(ones([2]));
        using var optimizer = optim.AdamW([original], lr: 0.5);
        Step(original, optimizer, 1);
        using var resumed = new Parameter(original.detach().clone());
        using var other = optim.AdamW([resumed], lr: 0.125);

        other.load_state_dict(optimizer.state_dict());

        Assert.That(((AdamW.State)other.state_dict().State[0]).step, Is.EqualTo(1));
        Assert.That(other.ParamGroups.Single().LearningRate, Is.EqualTo(0.5));
        Step(resumed, other, 1);
        Assert.That(Values.Of(resumed), Is.All.LessThan(0.5));
    }

    [Test]
    public void A_state_of_another_size_is_refused()
    {
        using var a = new Parameter(ones([2]));
        using var b = new Parameter(ones([2]));
        using var one = optim.AdamW([a]);
        using var two = optim.AdamW([a, b]);

        Assert.That(() => one.load_state_dict(two.state_dict()), Throws.ArgumentException);
    }

    [Test]
    public void States_made_in_a_scope_survive_it()
    {
        using var parameter = new Parameter(ones([2])).DetachFromDisposeScope();
        AdamW optimizer;
        using (NewDisposeScope())
            optimizer = optim.AdamW([(Parameter)parameter], amsgrad: true);
        using (NewDisposeScope())
            Step((Parameter)parameter, optimizer, 1);
        using (NewDisposeScope())
            Step((Parameter)parameter, optimizer, 1);

        Assert.That(((AdamW.State)optimizer.state_dict().State[0]).exp_avg.IsInvalid, Is.False);
        Assert.That(parameter.grad is null, Is.False);
        optimizer.to(CPU);
        optimizer.Dispose();
    }
}
