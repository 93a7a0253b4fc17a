namespace TorchSharp.Tests.Tensors;

public class ShapeTests : ScopedTests
{
    private static torch.Tensor Counting(params long[] shape) => arange(shape.Aggregate(1L, (a, b) => a * b)).reshape(shape);

    [Test]
    public void View_and_reshape_keep_the_order_of_the_elements()
    {
        var tensor = arange(6);

        Assert.That(tensor.view(2, 3)[1, 0].item<long>(), Is.EqualTo(3));
        Assert.That(tensor.view(-1, 2).shape, Is.EqualTo(new long[] { 3, 2 }));
        Assert.That(tensor.reshape(3, -1).shape, Is.EqualTo(new long[] { 3, 2 }));
        Assert.That(Values.Of(tensor.view(2, 3).transpose(0, 1).reshape(6)), Is.EqualTo(new double[] { 0, 3, 1, 4, 2, 5 }));
    }

    [Test]
    public void A_view_shares_the_memory()
    {
        var tensor = zeros([4]);

        tensor.view(2, 2).add_(1);

        Assert.That(Values.Of(tensor), Is.EqualTo(new double[] { 1, 1, 1, 1 }));
    }

    [Test]
    public void Flatten_joins_dimensions()
    {
        Assert.That(Counting(2, 3, 4).flatten().shape, Is.EqualTo(new long[] { 24 }));
        Assert.That(Counting(2, 3, 4).flatten(1).shape, Is.EqualTo(new long[] { 2, 12 }));
        Assert.That(Counting(2, 3, 4).flatten(0, 1).shape, Is.EqualTo(new long[] { 6, 4 }));
    }

    [Test]
    public void Dimensions_can_be_exchanged()
    {
        var tensor = Counting(2, 3, 4);

        Assert.That(tensor.transpose(0, -1).shape, Is.EqualTo(new long[] { 4, 3, 2 }));
        Assert.That(tensor.permute(2, 0, 1).shape, Is.EqualTo(new long[] { 4, 2, 3 }));
        Assert.That(tensor.permute(new List<long> { 2, 0, 1 })[3, 1][2].item<long>(), Is.EqualTo((1 * 12) + (2 * 4) + 3));
    }

    [Test]
    public void Dimensions_of_size_1_come_and_go()
    {
        Assert.That(zeros([2, 3]).unsqueeze(1).shape, Is.EqualTo(new long[] { 2, 1, 3 }));
        Assert.That(zeros([2, 3]).unsqueeze(-1).shape, Is.EqualTo(new long[] { 2, 3, 1 }));
        Assert.That(zeros([1, 2, 1]).squeeze().shape, Is.EqualTo(new long[] { 2 }));
        Assert.That(zeros([1, 2, 1]).squeeze(0).shape, Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(zeros([1, 2, 1]).squeeze(1).shape, Is.EqualTo(new long[] { 1, 2, 1 }));
    }

    [Test]
    public void Expand_repeats_without_copying()
    {
        var column = tensor(new[] { 1L, 2L }, [2, 1]);

        Assert.That(Values.Of(column.expand(2, 3)), Is.EqualTo(new double[] { 1, 1, 1, 2, 2, 2 }));
        Assert.That(column.expand(new long[] { -1, 3 }, false).shape, Is.EqualTo(new long[] { 2, 3 }));
        ReadOnlySpan<long> sizes = [4, 2, 3];
        Assert.That(column.expand(sizes, false).shape, Is.EqualTo(new long[] { 4, 2, 3 }));
    }

    [Test]
    public void Repeat_interleave_repeats_each_element()
    {
        var tensor = Counting(2, 2);

        Assert.That(Values.Of(tensor.repeat_interleave(2)), Is.EqualTo(new double[] { 0, 0, 1, 1, 2, 2, 3, 3 }));
        Assert.That(Values.Of(tensor.repeat_interleave(2, 1)), Is.EqualTo(new double[] { 0, 0, 1, 1, 2, 2, 3, 3 }));
        Assert.That(Values.Of(tensor.repeat_interleave(2, 0)), Is.EqualTo(new double[] { 0, 1, 0, 1, 2, 3, 2, 3 }));
        Assert.That(Values.Of(tensor.repeat_interleave(torch.tensor(new[] { 0L, 3L }), 0)), Is.EqualTo(new double[] { 2, 3, 2, 3, 2, 3 }));
    }

    [Test]
    public void Narrow_is_a_part_of_a_dimension()
    {
        var tensor = Counting(2, 4);

        tensor.narrow(1, 1, 2).zero_();

        Assert.That(Values.Of(tensor), Is.EqualTo(new double[] { 0, 0, 0, 3, 4, 0, 0, 7 }));
    }

    [Test]
    public void Chunk_leaves_the_last_part_smaller()
    {
        var parts = arange(7).chunk(3);

        Assert.That(parts.Select(part => part.numel()), Is.EqualTo(new long[] { 3, 3, 1 }));
        Assert.That(Values.Of(parts[1]), Is.EqualTo(new double[] { 3, 4, 5 }));
        Assert.That(Counting(2, 4).chunk(2, 1)[1].shape, Is.EqualTo(new long[] { 2, 2 }));
    }
}
