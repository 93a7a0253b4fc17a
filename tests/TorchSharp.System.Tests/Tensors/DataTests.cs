namespace TorchSharp.Tests.Tensors;

public class DataTests : ScopedTests
{
    [Test]
    public void Item_demands_the_exact_type()
    {
        Assert.That(tensor(1.5f).item<float>(), Is.EqualTo(1.5f));
        Assert.That(() => tensor(1).item<long>(), Throws.ArgumentException);
        Assert.That(() => tensor(1L).item<int>(), Throws.ArgumentException);
        Assert.That(() => tensor(1f).item<double>(), Throws.ArgumentException);
        Assert.That(() => zeros([1], ScalarType.Bool).item<byte>(), Throws.ArgumentException);
    }

    [Test]
    public void Item_reads_every_type()
    {
        Assert.That(ones([1], ScalarType.Byte).item<byte>(), Is.EqualTo(1));
        Assert.That(ones([1], ScalarType.Int8).item<sbyte>(), Is.EqualTo(1));
        Assert.That(ones([1], ScalarType.Int16).item<short>(), Is.EqualTo(1));
        Assert.That(ones([1], ScalarType.Int32).item<int>(), Is.EqualTo(1));
        Assert.That(ones([1], ScalarType.Int64).item<long>(), Is.EqualTo(1));
        Assert.That(ones([1], ScalarType.Float32).item<float>(), Is.EqualTo(1));
        Assert.That(ones([1], ScalarType.Float64).item<double>(), Is.EqualTo(1));
        Assert.That(ones([1], ScalarType.Bool).item<bool>(), Is.True);
    }

    [Test]
    public void Item_wants_one_element()
        => Assert.That(() => zeros([2]).item<float>(), Throws.InstanceOf<Exception>());

    [Test]
    public void Data_demands_the_exact_type()
    {
        Assert.That(() => zeros([2], ScalarType.Int32).data<long>(), Throws.ArgumentException);
        Assert.That(() => zeros([2], ScalarType.BFloat16).data<float>(), Throws.InstanceOf<Exception>());
    }

    [Test]
    public void An_accessor_follows_the_strides()
    {
        var transposed = arange(6).reshape(2, 3).transpose(0, 1);
        using var accessor = transposed.data<long>();
        var array = new long[6];
        accessor.CopyTo(array);
        var span = new long[6];
        accessor.CopyTo(span.AsSpan());

        Assert.That(accessor.ToArray(), Is.EqualTo(new long[] { 0, 3, 1, 4, 2, 5 }));
        Assert.That(array, Is.EqualTo(new long[] { 0, 3, 1, 4, 2, 5 }));
        Assert.That(span, Is.EqualTo(array));
        Assert.That(accessor.ToList(), Is.EqualTo(array));
    }

    [Test]
    public void An_accessor_of_a_slice_begins_at_the_slice()
        => Assert.That(arange(10)[3..6].data<long>().ToArray(), Is.EqualTo(new long[] { 3, 4, 5 }));

    [Test]
    public void An_accessor_writes_through()
    {
        var matrix = zeros([2, 2], ScalarType.Int64);
        matrix.transpose(0, 1).data<long>().CopyFrom(new long[] { 1, 2, 3, 4 });
        var row = zeros([2], ScalarType.Int64);
        ReadOnlySpan<long> values = [5, 6];
        row.data<long>().CopyFrom(values);

        Assert.That(Values.Of(matrix), Is.EqualTo(new double[] { 1, 3, 2, 4 }));
        Assert.That(Values.Of(row), Is.EqualTo(new double[] { 5, 6 }));
    }

    [Test]
    public void Bytes_are_the_tensors_own_memory()
    {
        var tensor = zeros([2], ScalarType.Int32);

        tensor.bytes[4] = 7;

        Assert.That(Values.Of(tensor), Is.EqualTo(new double[] { 0, 7 }));
        Assert.That(tensor.bytes.ToArray(), Is.EqualTo(new byte[] { 0, 0, 0, 0, 7, 0, 0, 0 }));
    }

    [Test]
    public void Bytes_begin_at_the_tensors_offset()
        => Assert.That(arange(4, ScalarType.Byte).narrow(0, 2, 2).bytes.ToArray(), Is.EqualTo(new byte[] { 2, 3 }));

    [Test]
    public void Bytes_can_be_assigned_to_a_parameter()
    {
        using var parameter = new Parameter(zeros([1]));

        parameter.bytes = BitConverter.GetBytes(2.5f);

        Assert.That(parameter.item<float>(), Is.EqualTo(2.5f));
    }

    [Test]
    public void Bytes_want_a_contiguous_tensor_and_the_right_length()
    {
        Assert.That(() => zeros([2, 3]).transpose(0, 1).bytes.Length, Throws.InstanceOf<Exception>());
        Assert.That(() => zeros([2]).bytes = new byte[4], Throws.ArgumentException);
    }

    [Test]
    public void Bytes_go_to_a_stream_and_come_back()
    {
        var source = randn([700]);
        using var stream = new MemoryStream();
        source.WriteBytesToStream(stream, bufferSize: 64);
        stream.Position = 0;
        var target = zeros([700]);

        target.ReadBytesFromStream(stream);

        Assert.That(stream.Length, Is.EqualTo(2800));
        Assert.That(Values.Of(target), Is.EqualTo(Values.Of(source)));
    }
}
