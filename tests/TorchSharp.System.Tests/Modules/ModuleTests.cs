namespace TorchSharp.Tests.Modules;

public class ModuleTests
{
    private static readonly string[] Parameters =
        ["first.bias", "first.weight", "layers.0.bias", "layers.0.weight", "layers.1.weight", "scale"];

    [Test]
    public void Components_are_found_in_the_fields_and_named_after_them()
    {
        using var network = new FieldNetwork();

        Assert.That(network.named_parameters().Select(pair => pair.Item1).Order(), Is.EqualTo(Parameters));
        Assert.That(network.parameters().Count(), Is.EqualTo(6));
        Assert.That(network.named_parameters(recurse: false).Select(pair => pair.Item1), Is.EqualTo(new[] { "scale" }));
        Assert.That(network.parameters(recurse: false).Single(), Is.SameAs(network.scale));
        Assert.That(network.named_modules().Select(pair => pair.Item1), Is.EquivalentTo(new[] { "first", "layers", "layers.0", "layers.1" }));
    }

    [Test]
    public void A_tensor_in_a_field_is_a_buffer_and_a_transient_one_is_not_named()
    {
        using var network = new FieldNetwork();

        Assert.That(network.named_buffers().Select(pair => pair.Item1), Is.EqualTo(new[] { "offset" }));
        Assert.That(network.named_buffers(recurse: false, include_nonpersistent: false).Count(), Is.EqualTo(1));
    }

    [Test]
    public void Components_can_be_named_by_hand()
    {
        using var network = new NamedNetwork(nn.Linear(2, 2, hasBias: false));

        Assert.That(network.state_dict().Keys, Is.EquivalentTo(new[] { "weight", "o_proj.weight" }));
        Assert.That(network.get_parameter("o_proj.weight")!.shape, Is.EqualTo(new long[] { 2, 2 }));
        Assert.That(network.get_parameter("weight"), Is.SameAs(network.Scale));
        Assert.That(network.get_parameter("o_proj.bias") is null, Is.True);
    }

    [Test]
    public void A_name_is_taken_once_and_has_no_dot()
    {
        using var network = new NamedNetwork(nn.Linear(1, 1));
        using var buffer = zeros([1]);
        using var parameter = new Parameter(zeros([1]));
        network.register_buffer("buffer", buffer);

        Assert.That(() => network.register_parameter("weight", parameter), Throws.InvalidOperationException);
        Assert.That(() => network.register_buffer("buffer", buffer), Throws.InvalidOperationException);
        Assert.That(() => network.register_module("o_proj", nn.Linear(1, 1)), Throws.InvalidOperationException);
        Assert.That(() => network.register_module("a.b", nn.Linear(1, 1)), Throws.ArgumentException);
    }

    [Test]
    public void A_call_runs_the_forward_pass()
    {
        using var scope = NewDisposeScope();
        using var two = new Sum();
        using var three = new SumOfThree();
        var x = ones([1]);

        Assert.That((float)two.call(x, x), Is.EqualTo(2f));
        Assert.That((float)three.call(x, x, x), Is.EqualTo(3f));
        Assert.That((float)two.forward(x, x), Is.EqualTo(2f));
        Assert.That((float)three.forward(x, x, x), Is.EqualTo(3f));
    }

    [Test]
    public void Training_and_use_go_down_to_the_components()
    {
        using var network = new FieldNetwork();

        Assert.That(network.training, Is.True);
        network.eval();
        Assert.That(network.training, Is.False);
        Assert.That(network.layers[1].training, Is.False);
        network.train();
        Assert.That(network.layers[1].training, Is.True);
        network.train(false);
        Assert.That(network.first.training, Is.False);
    }

    [Test]
    public void Zero_grad_drops_the_gradients_or_clears_them()
    {
        using var scope = NewDisposeScope();
        using var network = new FieldNetwork();

        network.call(ones([1, 2])).sum().backward();
        network.zero_grad(set_to_none: false);
        Assert.That(Values.Of(network.scale.grad!), Is.EqualTo(new double[] { 0, 0, 0 }));
        network.zero_grad();
        Assert.That(network.scale.grad is null, Is.True);
    }

    [Test]
    public void Frozen_parameters_are_listed_too()
    {
        using var network = new FieldNetwork();
        network.scale.requires_grad = false;

        Assert.That(network.parameters().Count(), Is.EqualTo(6));
    }

    [Test]
    public void Dispose_disposes_the_parameters()
    {
        var network = new FieldNetwork();
        var weight = network.layers[0].weight;

        network.Dispose();

        Assert.That(weight.IsInvalid, Is.True);
        Assert.That(network.scale.IsInvalid, Is.True);
    }
}
