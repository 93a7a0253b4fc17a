namespace TorchSharp.Tests.Modules;

public class ModuleStateTests : ScopedTests
{
    [Test]
    public void The_state_has_the_parameters_and_the_persistent_buffers()
    {
        using var network = new FieldNetwork();

        Assert.That(
            network.state_dict().Keys,
            Is.EquivalentTo(new[] { "scale", "offset", "first.weight", "first.bias", "layers.0.weight", "layers.0.bias", "layers.1.weight" }));
        Assert.That(network.state_dict(prefix: "model").Keys, Has.Member("model.first.weight"));
        Assert.That(network.state_dict(new Dictionary<string, torch.Tensor> { ["other"] = zeros([1]) }), Has.Count.EqualTo(8));
    }

    [Test]
    public void The_state_is_the_tensors_themselves()
    {
        using var network = new FieldNetwork();

        Assert.That(network.state_dict()["scale"], Is.SameAs(network.scale));
    }

    [Test]
    public void Loading_copies_and_converts()
    {
        using var source = new FieldNetwork();
        using var target = new FieldNetwork();
        var weight = target.first.weight;
        var state = source.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.to(ScalarType.Float64));

        var (missing, unexpected) = target.load_state_dict(state);

        Assert.That(missing, Is.Empty);
        Assert.That(unexpected, Is.Empty);
        Assert.That(target.first.weight, Is.SameAs(weight));
        Assert.That(weight.dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(weight.requires_grad, Is.True);
        foreach (var (name, tensor) in target.state_dict())
            Assert.That(Values.Of(tensor), Is.EqualTo(Values.Of(source.state_dict()[name])));
    }

    [Test]
    public void Names_must_agree_unless_told_otherwise()
    {
        using var network = new FieldNetwork();
        var state = new Dictionary<string, torch.Tensor> { ["scale"] = full([3], 2), ["surplus"] = zeros([1]) };

        Assert.That(() => network.load_state_dict(state), Throws.InvalidOperationException);
        Assert.That(Values.Of(network.scale), Is.EqualTo(new double[] { 1, 1, 1 }));

        var (missing, unexpected) = network.load_state_dict(state, strict: false, skip: ["offset"]);

        Assert.That(missing, Is.EquivalentTo(new[] { "first.weight", "first.bias", "layers.0.weight", "layers.0.bias", "layers.1.weight" }));
        Assert.That(unexpected, Is.EqualTo(new[] { "surplus" }));
        Assert.That(Values.Of(network.scale), Is.EqualTo(new double[] { 2, 2, 2 }));
    }
}
