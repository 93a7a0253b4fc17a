namespace TorchSharp.Tests.Torch;

public class FromDataTests : ScopedTests
{
    [Test]
    public void Numbers_become_tensors_without_dimensions()
    {
        Assert.That(tensor(1.5f).item<float>(), Is.EqualTo(1.5f));
        Assert.That(tensor(3).item<int>(), Is.EqualTo(3));
        Assert.That(tensor(3L).item<long>(), Is.EqualTo(3L));
        Assert.That(tensor(3L).shape, Is.Empty);
        Assert.That(tensor(3L, ScalarType.Float32).item<float>(), Is.EqualTo(3f));
        Assert.That(tensor(1f, requires_grad: true).requires_grad, Is.True);
    }

    [Test]
    public void Arrays_become_tensors_of_their_type()
    {
        Assert.That(tensor(new[] { 1f, 2f }).data<float>().ToArray(), Is.EqualTo(new[] { 1f, 2f }));
        Assert.That(tensor(new[] { 1, 2 }).data<int>().ToArray(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(tensor(new[] { 1L, 2L }).data<long>().ToArray(), Is.EqualTo(new[] { 1L, 2L }));
        Assert.That(tensor(new[] { 1f, 2f }, ScalarType.Int64).data<long>().ToArray(), Is.EqualTo(new[] { 1L, 2L }));
    }

    [Test]
    public void Dimensions_can_be_given()
    {
        var floats = new[] { 1f, 2f, 3f, 4f, 5f, 6f };

        Assert.That(tensor(floats, [2, 3])[1, 0].item<float>(), Is.EqualTo(4f));
        Assert.That(tensor(floats.AsMemory(), [3, 2])[1, 0].item<float>(), Is.EqualTo(3f));
        Assert.That(tensor(new[] { 1, 2, 3, 4 }, [2, 2])[1, 0].item<int>(), Is.EqualTo(3));
        Assert.That(tensor(new[] { 1L, 2L, 3L, 4L }, [2, 2])[1, 0].item<long>(), Is.EqualTo(3L));
        Assert.That(tensor(new[] { 1L, 2L }, [1, 2], ScalarType.Float32).dtype, Is.EqualTo(ScalarType.Float32));
    }

    [Test]
    public void A_tensor_from_an_array_is_a_copy()
    {
        var array = new[] { 1f, 2f };
        var copy = tensor(array);

        array[0] = 9;

        Assert.That(Values.Of(copy), Is.EqualTo(new double[] { 1, 2 }));
    }

    [Test]
    public void Frombuffer_shares_the_array()
    {
        var array = new[] { 1f, 2f, 3f };
        var shared = frombuffer(array, ScalarType.Float32);

        array[1] = 9;
        shared.add_(1);

        Assert.That(array, Is.EqualTo(new[] { 2f, 10f, 4f }));
        Assert.That(Values.Of(shared), Is.EqualTo(new double[] { 2, 10, 4 }));
    }

    [Test]
    public void Frombuffer_reads_count_elements_of_the_tensor()
    {
        // 1.0 as bfloat16 is 0x3F80, -2.0 is 0xC000, little-endian.
        var bytes = new byte[] { 0x80, 0x3F, 0x00, 0xC0 };
        var shared = frombuffer(bytes, ScalarType.BFloat16, count: 2);

        Assert.That(Values.Of(shared), Is.EqualTo(new double[] { 1, -2 }));
    }

    [Test]
    public void The_array_stays_where_it_is_as_long_as_the_tensor_lives()
    {
        var shared = frombuffer(Enumerable.Range(0, 1000).Select(i => (float)i).ToArray(), ScalarType.Float32);

        GC.Collect();
        GC.Collect();

        Assert.That((double)shared.sum(), Is.EqualTo(499_500));
    }
}
