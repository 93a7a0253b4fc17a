namespace TorchSharp.Tests.Tensors;

public class IndexingTests : ScopedTests
{
    // 0 … 23 as [2, 3, 4]: element (i, j, k) is 12 i + 4 j + k.
    private static torch.Tensor Cube() => arange(24).reshape(2, 3, 4);

    [Test]
    public void Numbers_take_dimensions_away()
    {
        Assert.That(Values.Of(Cube()[1][2]), Is.EqualTo(new double[] { 20, 21, 22, 23 }));
        Assert.That(Values.Of(Cube()[1, 2]), Is.EqualTo(new double[] { 20, 21, 22, 23 }));
        Assert.That(Cube()[1, 2, 3].item<long>(), Is.EqualTo(23));
        Assert.That(Cube()[-1, -1, -1].item<long>(), Is.EqualTo(23));
    }

    [Test]
    public void Ranges_and_slices_select_parts()
    {
        Assert.That(Values.Of(Cube()[.., 1..3, 0]), Is.EqualTo(new double[] { 4, 8, 16, 20 }));
        Assert.That(Values.Of(Cube()[0, 0, ^2..]), Is.EqualTo(new double[] { 2, 3 }));
        Assert.That(Values.Of(Cube()[0, 0, ..^1]), Is.EqualTo(new double[] { 0, 1, 2 }));
        Assert.That(Values.Of(Cube()[TensorIndex.Slice(1), 0, TensorIndex.Slice(0, 4, 2)]), Is.EqualTo(new double[] { 12, 14 }));
        Assert.That(Values.Of(Cube()[0, 0, TensorIndex.Slice(stop: 2)]), Is.EqualTo(new double[] { 0, 1 }));
        Assert.That(Values.Of(Cube()[0, 0, TensorIndex.Slice((1, 3))]), Is.EqualTo(new double[] { 1, 2 }));
        Assert.That(Values.Of(Cube()[0, 0, TensorIndex.Slice(1..3)]), Is.EqualTo(new double[] { 1, 2 }));
        TensorIndex pair = (1, 3);
        Assert.That(Values.Of(Cube()[0, 0, pair]), Is.EqualTo(new double[] { 1, 2 }));
    }

    [Test]
    public void An_index_may_count_from_the_end()
    {
        Assert.That(Values.Of(Cube()[^1, ^1]), Is.EqualTo(new double[] { 20, 21, 22, 23 }));
        Assert.That(Cube()[.., ^1].shape, Is.EqualTo(new long[] { 2, 4 }));
    }

    [Test]
    public void The_ellipsis_stands_for_all_other_dimensions()
    {
        Assert.That(Values.Of(Cube()[TensorIndex.Ellipsis, 1]), Is.EqualTo(new double[] { 1, 5, 9, 13, 17, 21 }));
        Assert.That(Cube()[TensorIndex.Ellipsis, TensorIndex.Slice(1, 3)].shape, Is.EqualTo(new long[] { 2, 3, 2 }));
        Assert.That(Cube()[0, TensorIndex.Ellipsis].shape, Is.EqualTo(new long[] { 3, 4 }));
    }

    [Test]
    public void None_makes_a_new_dimension_and_a_colon_takes_the_whole()
    {
        Assert.That(Cube()[TensorIndex.Colon, TensorIndex.None].shape, Is.EqualTo(new long[] { 2, 1, 3, 4 }));
        Assert.That(Cube()[TensorIndex.Ellipsis, TensorIndex.None].shape, Is.EqualTo(new long[] { 2, 3, 4, 1 }));
    }

    [Test]
    public void Index_tensors_select_elements()
    {
        var rows = tensor(new[] { 1L, 0L });
        var columns = tensor(new[] { 2L, 1L });

        Assert.That(Cube()[rows].shape, Is.EqualTo(new long[] { 2, 3, 4 }));
        Assert.That(Values.Of(Cube()[rows, columns].sum(1)), Is.EqualTo(new double[] { 86, 22 }));
        Assert.That(Values.Of(Cube()[TensorIndex.Tensor(rows), TensorIndex.Colon, 0]), Is.EqualTo(new double[] { 12, 16, 20, 0, 4, 8 }));
        Assert.That(Values.Of(Cube()[0, TensorIndex.Tensor(columns), TensorIndex.Slice(0, 1)]), Is.EqualTo(new double[] { 8, 4 }));
    }

    [Test]
    public void A_mask_selects_where_it_is_true()
    {
        var cube = Cube();

        Assert.That(Values.Of(cube[cube > 20]), Is.EqualTo(new double[] { 21, 22, 23 }));
        Assert.That(Values.Of(cube[TensorIndex.Tensor(cube[TensorIndex.Ellipsis, 0] > 12), 1]), Is.EqualTo(new double[] { 17, 21 }));
    }

    [Test]
    public void What_is_indexed_can_be_assigned()
    {
        var cube = zeros([2, 3, 4]);

        cube[0] = ones([3, 4]);
        cube[1, 0] = full([4], 2);
        cube[1, 1, 0] = tensor(3f);
        cube[.., 2..3, ^1] = full([2, 1], 4);

        Assert.That(Values.Of(cube[0, 0]), Is.EqualTo(new double[] { 1, 1, 1, 1 }));
        Assert.That(Values.Of(cube[0, 2]), Is.EqualTo(new double[] { 1, 1, 1, 4 }));
        Assert.That(Values.Of(cube[1]), Is.EqualTo(new double[] { 2, 2, 2, 2, 3, 0, 0, 0, 0, 0, 0, 4 }));
    }

    [Test]
    public void An_assignment_broadcasts()
    {
        var matrix = zeros([2, 3]);

        matrix[.., 1..] = tensor(5f);
        matrix[0] = ones([1, 3]);

        Assert.That(Values.Of(matrix), Is.EqualTo(new double[] { 1, 1, 1, 0, 5, 5 }));
    }

    [Test]
    public void Index_tensors_can_be_assigned_to()
    {
        var matrix = zeros([3, 2]);

        matrix[tensor(new[] { 2L, 0L })] = tensor(new[] { 1f, 2f, 3f, 4f }, [2, 2]);

        Assert.That(Values.Of(matrix), Is.EqualTo(new double[] { 3, 4, 0, 0, 1, 2 }));
    }

    [Test]
    public void Index_put_writes_numbers_and_tensors_and_returns_the_tensor()
    {
        var matrix = zeros([2, 3]);

        Assert.That(matrix.index_put_(tensor(new[] { 1f, 2f }), TensorIndex.Colon, 0), Is.SameAs(matrix));
        Assert.That(matrix.index_put_(7, TensorIndex.Slice(1), TensorIndex.Slice(1)), Is.SameAs(matrix));
        Assert.That(matrix.index_put_(9, tensor(new[] { 0L }), tensor(new[] { 2L })), Is.SameAs(matrix));
        Assert.That(matrix.index_put_(tensor(new[] { 5f }), tensor(new[] { 0L }), tensor(new[] { 1L })), Is.SameAs(matrix));

        Assert.That(Values.Of(matrix), Is.EqualTo(new double[] { 1, 5, 9, 2, 7, 7 }));
    }

    [Test]
    public void Index_put_can_add_up()
    {
        var counts = zeros([3]);
        var places = new[] { tensor(new[] { 1L, 1L, 2L }) };

        counts.index_put_(ones([3]), places, accumulate: true);

        Assert.That(Values.Of(counts), Is.EqualTo(new double[] { 0, 2, 1 }));
    }

    [Test]
    public void Index_put_takes_an_array_of_indices()
    {
        var row = zeros([3]);
        var places = new TensorIndex[] { TensorIndex.Slice(1) };

        row.index_put_(ones([2]), places, accumulate: false);

        Assert.That(Values.Of(row), Is.EqualTo(new double[] { 0, 1, 1 }));
    }

    [Test]
    public void Gather_scatter_and_their_like_move_elements()
    {
        var matrix = arange(6).reshape(2, 3);
        var index = tensor(new[] { 2L, 0L }, [2, 1]);
        var target = zeros([2, 3], ScalarType.Int64);

        Assert.That(Values.Of(matrix.gather(1, index)), Is.EqualTo(new double[] { 2, 3 }));
        Assert.That(Values.Of(matrix.index_select(1, tensor(new[] { 2L, 0L }))), Is.EqualTo(new double[] { 2, 0, 5, 3 }));
        Assert.That(target.scatter_(1, index, full([2, 1], 7, ScalarType.Int64)), Is.SameAs(target));
        Assert.That(Values.Of(target), Is.EqualTo(new double[] { 0, 0, 7, 7, 0, 0 }));
        Assert.That(target.index_copy_(0, tensor(new[] { 1L }), full([1, 3], 4, ScalarType.Int64)), Is.SameAs(target));
        Assert.That(Values.Of(target), Is.EqualTo(new double[] { 0, 0, 7, 4, 4, 4 }));
    }

    [Test]
    public void Masked_fill_replaces_where_the_mask_is_true()
        => Assert.That(Values.Of(arange(4).masked_fill(arange(4) > 2, -1)), Is.EqualTo(new double[] { 0, 1, 2, -1 }));

    [Test]
    public void Copy_converts_and_broadcasts_and_zero_clears()
    {
        var target = zeros([2, 2]);

        Assert.That(target.copy_(tensor(new[] { 1L, 2L })), Is.SameAs(target));
        Assert.That(Values.Of(target), Is.EqualTo(new double[] { 1, 2, 1, 2 }));
        Assert.That(target.zero_(), Is.SameAs(target));
        Assert.That(Values.Of(target), Is.EqualTo(new double[] { 0, 0, 0, 0 }));
    }
}
