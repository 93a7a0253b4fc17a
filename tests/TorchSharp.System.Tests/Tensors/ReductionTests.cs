namespace TorchSharp.Tests.Tensors;

public class ReductionTests : ScopedTests
{
    private static torch.Tensor Matrix() => tensor(new[] { 1f, 5f, 3f, 4f, 2f, 6f }, [2, 3]);

    [Test]
    public void Sum_adds_over_all_or_some_dimensions()
    {
        var cube = arange(24).reshape(2, 3, 4);
        ReadOnlySpan<long> first = [0];

        Assert.That(Matrix().sum().item<float>(), Is.EqualTo(21f));
        Assert.That(Values.Of(Matrix().sum(dim: 0)), Is.EqualTo(new double[] { 5, 7, 9 }));
        Assert.That(Matrix().sum(-1, keepdim: true).shape, Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(Values.Of(Matrix().sum(new long[] { 1 })), Is.EqualTo(new double[] { 9, 12 }));
        Assert.That(Values.Of(Matrix().sum(first)), Is.EqualTo(new double[] { 5, 7, 9 }));
        Assert.That(Values.Of(cube.sum(0, 1)), Is.EqualTo(new double[] { 60, 66, 72, 78 }));
        Assert.That((long)cube.sum(0, 1, 2), Is.EqualTo(276));
        Assert.That(Matrix().sum(ScalarType.Float64).dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(Matrix().sum(dim: 0, type: ScalarType.Float64).dtype, Is.EqualTo(ScalarType.Float64));
    }

    [Test]
    public void A_sum_of_integers_or_flags_counts_in_Int64()
    {
        Assert.That(tensor(new[] { 1, 2 }).sum().dtype, Is.EqualTo(ScalarType.Int64));
        Assert.That((long)(Matrix() > 3).sum(), Is.EqualTo(3));
    }

    [Test]
    public void Mean_divides_by_the_number()
    {
        Assert.That(Matrix().mean().item<float>(), Is.EqualTo(3.5f));
        Assert.That(Values.Of(Matrix().mean([1])), Is.EqualTo(new double[] { 3, 4 }));
        Assert.That(Matrix().mean([-1], true).shape, Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(Matrix().mean([0], type: ScalarType.Float64).dtype, Is.EqualTo(ScalarType.Float64));
    }

    [Test]
    public void Max_finds_the_largest_and_where_it_is()
    {
        var (values, places) = Matrix().max(1);

        Assert.That(Matrix().max().item<float>(), Is.EqualTo(6f));
        Assert.That(Values.Of(values), Is.EqualTo(new double[] { 5, 6 }));
        Assert.That(Values.Of(places), Is.EqualTo(new double[] { 1, 2 }));
        Assert.That(Matrix().max(1, keepdim: true).values.shape, Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(Values.Of(Matrix().max(full([1], 3.5f))), Is.EqualTo(new[] { 3.5, 5, 3.5, 4, 3.5, 6 }));
    }

    [Test]
    public void Argmax_is_the_place_of_the_largest()
    {
        Assert.That((long)Matrix().argmax(), Is.EqualTo(5));
        Assert.That(Values.Of(Matrix().argmax(1)), Is.EqualTo(new double[] { 1, 2 }));
        Assert.That(Matrix().argmax(0, keepdim: true).shape, Is.EqualTo(new long[] { 1, 3 }));
    }

    [Test]
    public void Topk_gives_the_largest_or_the_smallest_in_order()
    {
        var (values, places) = Matrix().topk(2);
        var (smallest, _) = Matrix().topk(1, 0, largest: false);

        Assert.That(Values.Of(values), Is.EqualTo(new double[] { 5, 3, 6, 4 }));
        Assert.That(Values.Of(places), Is.EqualTo(new double[] { 1, 2, 2, 0 }));
        Assert.That(Values.Of(smallest), Is.EqualTo(new double[] { 1, 2, 3 }));
    }

    [Test]
    public void Sort_orders_and_tells_where_the_elements_were()
    {
        var (values, places) = Matrix().sort();
        var (falling, _) = Matrix().sort(1, descending: true);
        var (_, stable) = tensor(new[] { 1, 0, 1, 0 }).sort(stable: true);

        Assert.That(Values.Of(values), Is.EqualTo(new double[] { 1, 3, 5, 2, 4, 6 }));
        Assert.That(Values.Of(places), Is.EqualTo(new double[] { 0, 2, 1, 1, 0, 2 }));
        Assert.That(Values.Of(falling), Is.EqualTo(new double[] { 5, 3, 1, 6, 4, 2 }));
        Assert.That(Values.Of(stable), Is.EqualTo(new double[] { 1, 3, 0, 2 }));
    }

    [Test]
    public void Cumsum_adds_up_along_a_dimension()
    {
        Assert.That(Values.Of(Matrix().cumsum(1)), Is.EqualTo(new double[] { 1, 6, 9, 4, 6, 12 }));
        Assert.That(Matrix().cumsum(0, ScalarType.Float64).dtype, Is.EqualTo(ScalarType.Float64));
    }

    [Test]
    public void Softmax_and_its_like_are_their_formulas()
    {
        double[] row = [1, 5, 3];
        var sum = row.Sum(Math.Exp);
        var x = Values.Double(row, 1, 3);

        Assert.That(Values.Of(x.softmax(1)), Is.EqualTo(row.Select(v => Math.Exp(v) / sum)).Within(1e-14));
        Assert.That(Values.Of(x.log_softmax(1)), Is.EqualTo(row.Select(v => v - Math.Log(sum))).Within(1e-14));
        Assert.That((double)x.logsumexp(1), Is.EqualTo(Math.Log(sum)).Within(1e-14));
        Assert.That(x.logsumexp(1, keepdim: true).shape, Is.EqualTo(new long[] { 1, 1 }));
        Assert.That(Matrix().softmax(1, ScalarType.Float64).dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(Matrix().log_softmax(1, ScalarType.Float64).dtype, Is.EqualTo(ScalarType.Float64));
    }

    [Test]
    public void Any_tells_whether_one_is_true()
    {
        Assert.That((bool)(Matrix() > 5).any(), Is.True);
        Assert.That((bool)(Matrix() > 6).any(), Is.False);
        Assert.That(Values.Flags((Matrix() > 5).any(1)), Is.EqualTo(new[] { false, true }));
        Assert.That((Matrix() > 5).any(1, keepdim: true).shape, Is.EqualTo(new long[] { 2, 1 }));
    }
}
