namespace TorchSharp.Tests.Torch;

public class FactoriesTests : ScopedTests
{
    [Test]
    public void Zeros_ones_and_full_have_the_shape_the_type_and_the_value()
    {
        Assert.That(Values.Of(zeros([2, 2])), Is.EqualTo(new double[] { 0, 0, 0, 0 }));
        Assert.That(Values.Of(ones(new long[] { 3 })), Is.EqualTo(new double[] { 1, 1, 1 }));
        Assert.That(Values.Of(full([2], 2.5)), Is.EqualTo(new[] { 2.5, 2.5 }));
        Assert.That(zeros(new long[] { 2, 0, 3 }).shape, Is.EqualTo(new long[] { 2, 0, 3 }));
        Assert.That(zeros(4).shape, Is.EqualTo(new long[] { 4 }));
        Assert.That(ones(4).shape, Is.EqualTo(new long[] { 4 }));
        Assert.That(full(4, 1).shape, Is.EqualTo(new long[] { 4 }));
        Assert.That(full(new long[] { 1, 2 }, 7L, ScalarType.Int64).data<long>().ToArray(), Is.EqualTo(new long[] { 7, 7 }));
    }

    [Test]
    public void The_default_type_is_Float32_and_another_can_be_asked_for()
    {
        Assert.That(zeros([1]).dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(ones([1]).dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(empty([1]).dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(rand([1]).dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(randn([1]).dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(ones([1], ScalarType.Bool).dtype, Is.EqualTo(ScalarType.Bool));
        Assert.That(empty([1], dtype: ScalarType.BFloat16).dtype, Is.EqualTo(ScalarType.BFloat16));
    }

    [Test]
    public void Empty_has_the_shape()
    {
        Assert.That(empty([2, 3]).shape, Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(empty(new long[] { 2, 3 }).shape, Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(empty(5).shape, Is.EqualTo(new long[] { 5 }));
    }

    [Test]
    public void A_factory_can_make_leaves_that_require_gradients()
    {
        Assert.That(zeros([1], requires_grad: true).requires_grad, Is.True);
        Assert.That(randn([1], requires_grad: true).requires_grad, Is.True);
        Assert.That(zeros([1]).requires_grad, Is.False);
    }

    [Test]
    public void A_device_can_be_named() => Assert.That(zeros([1], device: CPU).device.type, Is.EqualTo(DeviceType.CPU));

    [Test]
    public void Rand_is_uniform_on_the_unit_interval()
    {
        var draws = Values.Of(rand([10_000]));

        Assert.That(draws, Is.All.InRange(0, 1));
        // The mean's standard deviation is 1/√12 / 100 = 0.0029.
        Assert.That(draws.Average(), Is.EqualTo(0.5).Within(0.015));
        Assert.That(rand(new long[] { 2, 3 }).shape, Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(rand(3).shape, Is.EqualTo(new long[] { 3 }));
    }

    [Test]
    public void Randn_is_standard_normal()
    {
        var draws = Values.Of(randn([10_000]));

        Assert.That(draws.Average(), Is.EqualTo(0).Within(0.05));
        Assert.That(draws.Average(draw => draw * draw), Is.EqualTo(1).Within(0.07));
        Assert.That(randn(new long[] { 2, 3 }).shape, Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(randn(3).shape, Is.EqualTo(new long[] { 3 }));
    }

    [Test]
    public void Arange_stops_before_the_end()
    {
        Assert.That(Values.Of(arange(4)), Is.EqualTo(new double[] { 0, 1, 2, 3 }));
        Assert.That(Values.Of(arange(1, 4)), Is.EqualTo(new double[] { 1, 2, 3 }));
        Assert.That(Values.Of(arange(1, 2.5, 0.5)), Is.EqualTo(new[] { 1, 1.5, 2 }));
        Assert.That(Values.Of(arange(3, 0, -1)), Is.EqualTo(new double[] { 3, 2, 1 }));
    }

    [Test]
    public void Arange_of_integers_is_Int64_unless_a_type_is_given()
    {
        Assert.That(arange(4).dtype, Is.EqualTo(ScalarType.Int64));
        Assert.That(arange(0, 4, ScalarType.Float32).dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(arange(0, 4, 2, ScalarType.Int32).data<int>().ToArray(), Is.EqualTo(new[] { 0, 2 }));
    }
}
