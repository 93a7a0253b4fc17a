namespace TorchSharp.Tests.Modules;

public class ModuleConversionTests : ScopedTests
{
    [Test]
    public void Another_type_makes_new_parameters()
    {
        using var network = new FieldNetwork();
        var before = network.scale;

        Assert.That(network.to(ScalarType.Float64), Is.SameAs(network));

        Assert.That(network.parameters().Select(parameter => parameter.dtype), Is.All.EqualTo(ScalarType.Float64));
        Assert.That(network.parameters().Select(parameter => parameter.requires_grad), Is.All.True);
        Assert.That(network.scale, Is.Not.SameAs(before));
        Assert.That(network.get_parameter("scale"), Is.SameAs(network.scale));
        Assert.That(network.get_parameter("layers.1.weight"), Is.SameAs(network.layers[1].weight));
        Assert.That(network.offset.dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(network.call(ones([1, 2], ScalarType.Float64)).dtype, Is.EqualTo(ScalarType.Float64));
    }

    [Test]
    public void The_same_device_keeps_the_parameters()
    {
        using var network = new FieldNetwork();
        var before = network.scale;

        network.to(CPU).to("cpu").to(DeviceType.CPU);

        Assert.That(network.scale, Is.SameAs(before));
    }

    [Test]
    public void Every_form_of_to_converts()
    {
        using var network = new FieldNetwork();

        Assert.That(network.to(CPU, ScalarType.Float64).first.weight.dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(network.to(zeros([1])).first.weight.dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(network.bfloat16().first.weight.dtype, Is.EqualTo(ScalarType.BFloat16));
    }
}
