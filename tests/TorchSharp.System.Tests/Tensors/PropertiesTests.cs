namespace TorchSharp.Tests.Tensors;

public class PropertiesTests : ScopedTests
{
    [Test]
    public void A_tensor_tells_its_shape()
    {
        var tensor = zeros([2, 3, 4]);

        Assert.That(tensor.shape, Is.EqualTo(new long[] { 2, 3, 4 }));
        Assert.That(tensor.size(), Is.EqualTo(new long[] { 2, 3, 4 }));
        Assert.That(tensor.size(1), Is.EqualTo(3));
        Assert.That(tensor.size(-1), Is.EqualTo(4));
        Assert.That(tensor.numel(), Is.EqualTo(24));
        Assert.That(zeros(new long[10].Select(_ => 1L).ToArray()).shape, Has.Length.EqualTo(10));
    }

    [TestCase(ScalarType.Byte, 1)]
    [TestCase(ScalarType.Int8, 1)]
    [TestCase(ScalarType.Int16, 2)]
    [TestCase(ScalarType.Int32, 4)]
    [TestCase(ScalarType.Int64, 8)]
    [TestCase(ScalarType.Float16, 2)]
    [TestCase(ScalarType.BFloat16, 2)]
    [TestCase(ScalarType.Float32, 4)]
    [TestCase(ScalarType.Float64, 8)]
    [TestCase(ScalarType.Bool, 1)]
    public void A_tensor_tells_its_type(ScalarType type, long size)
    {
        var tensor = zeros([1], type);

        Assert.That(tensor.dtype, Is.EqualTo(type));
        Assert.That(tensor.ElementSize, Is.EqualTo(size));
    }

    [Test]
    public void A_transposed_tensor_is_not_contiguous_until_it_is_copied()
    {
        var transposed = arange(6).reshape(2, 3).transpose(0, 1);

        Assert.That(transposed.is_contiguous(), Is.False);
        Assert.That(transposed.contiguous().is_contiguous(), Is.True);
        Assert.That(Values.Of(transposed), Is.EqualTo(new double[] { 0, 3, 1, 4, 2, 5 }));
    }

    [Test]
    public void A_tensor_tells_its_device() => Assert.That(zeros([1]).device.type, Is.EqualTo(DeviceType.CPU));
}
