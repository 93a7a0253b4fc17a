namespace TorchSharp.Tests.Tensors;

public class ConversionTests : ScopedTests
{
    [Test]
    public void A_type_is_converted_as_C_casts()
    {
        Assert.That(tensor(new[] { 1.9f, -1.9f }).to(ScalarType.Int64).data<long>().ToArray(), Is.EqualTo(new long[] { 1, -1 }));
        Assert.That(Values.Flags(tensor(new[] { 0f, 0.5f }).to(ScalarType.Bool)), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public void Bfloat16_keeps_eight_bits()
    {
        // 1 + 2⁻⁷ is the next bfloat16 after 1; 1 + 2⁻⁸ lies halfway and is rounded to even.
        var rounded = tensor(new[] { 1.0078125f, 1.00390625f, 3.1415927f }).to(ScalarType.BFloat16);

        Assert.That(Values.Of(rounded), Is.EqualTo(new[] { 1.0078125, 1.0, 3.140625 }));
        Assert.That(rounded[2].ToSingle(), Is.EqualTo(3.140625f));
    }

    [Test]
    public void Every_form_of_to_gives_the_same()
    {
        var source = tensor(new[] { 1f, 2f });
        var like = zeros([1], ScalarType.Float64);

        foreach (var converted in new[]
        {
            source.to(ScalarType.Float64), source.to(ScalarType.Float64, CPU), source.to(like),
            source.to(CPU).to(ScalarType.Float64), source.to("cpu").to(ScalarType.Float64), source.to(DeviceType.CPU).to(ScalarType.Float64),
        })
        {
            Assert.That(converted.dtype, Is.EqualTo(ScalarType.Float64));
            Assert.That(Values.Of(converted), Is.EqualTo(new double[] { 1, 2 }));
        }
    }

    [Test]
    public void What_needs_no_change_is_a_new_object_on_the_same_memory()
    {
        var source = zeros([1]);
        var same = source.to(ScalarType.Float32);
        var contiguous = source.contiguous();
        var copied = source.to(ScalarType.Float32, copy: true);

        source.add_(1);

        Assert.That(same, Is.Not.SameAs(source));
        Assert.That(contiguous, Is.Not.SameAs(source));
        Assert.That(same.item<float>(), Is.EqualTo(1f));
        Assert.That(contiguous.item<float>(), Is.EqualTo(1f));
        Assert.That(source.cpu().item<float>(), Is.EqualTo(1f));
        Assert.That(copied.item<float>(), Is.EqualTo(0f));
    }

    [Test]
    public void The_source_can_be_disposed_on_the_way()
    {
        var source = zeros([1]);

        var converted = source.to(ScalarType.Int32, disposeAfter: true);

        Assert.That(source.IsInvalid, Is.True);
        Assert.That(converted.item<int>(), Is.Zero);
    }

    [Test]
    public void Detach_leaves_the_graph_and_shares_the_memory()
    {
        var leaf = ones([1], requires_grad: true);
        var detached = leaf.detach();

        detached.add_(1);

        Assert.That(detached.requires_grad, Is.False);
        Assert.That(leaf.item<float>(), Is.EqualTo(2f));
    }

    [Test]
    public void Clone_stays_in_the_graph_and_copies_the_memory()
    {
        var leaf = ones([1], requires_grad: true);
        var copy = leaf.clone();

        (copy * 3).backward();

        Assert.That(copy.requires_grad, Is.True);
        Assert.That(leaf.grad!.item<float>(), Is.EqualTo(3f));
    }
}
