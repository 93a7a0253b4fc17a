namespace TorchSharp.Tests.Tensors;

public class MathTests : ScopedTests
{
    private static readonly double[] Inputs = [0.25, 1, 2.5];

    private static readonly (string Name, Func<torch.Tensor, torch.Tensor> Function, Func<double, double> Expected)[] Functions =
    [
        ("sqrt", x => x.sqrt(), Math.Sqrt),
        ("rsqrt", x => x.rsqrt(), x => 1 / Math.Sqrt(x)),
        ("exp", x => x.exp(), Math.Exp),
        ("log", x => x.log(), Math.Log),
        ("neg", x => x.neg(), x => -x),
        ("sin", x => x.sin(), Math.Sin),
        ("cos", x => x.cos(), Math.Cos),
        ("pow", x => x.pow(2.5), x => Math.Pow(x, 2.5)),
        ("pow of tensors", x => x.pow(x), x => Math.Pow(x, x)),
        ("clamp", x => x.clamp(0.5, 2), x => Math.Clamp(x, 0.5, 2)),
        ("clamp from below", x => x.clamp(min: 1), x => Math.Max(x, 1)),
        ("clamp from above", x => x.clamp(max: 1), x => Math.Min(x, 1)),
        ("silu", x => F.silu(x), x => x / (1 + Math.Exp(-x))),
    ];

    [Test]
    public void Functions_of_one_element_are_those_of_mathematics([ValueSource(nameof(Names))] string name)
    {
        var (_, function, expected) = Functions.Single(entry => entry.Name == name);

        Assert.That(Values.Of(function(Values.Double(Inputs, 3))), Is.EqualTo(Inputs.Select(expected)).Within(1e-14));
    }

    [Test]
    public void In_place_operations_return_the_tensor()
    {
        var x = ones([2]);

        Assert.That(x.add_(ones([2])), Is.SameAs(x));
        Assert.That(x.add_(ones([2]), 3), Is.SameAs(x));
        Assert.That(x.add_(1), Is.SameAs(x));
        Assert.That(x.add_(1, 2), Is.SameAs(x));
        Assert.That(Values.Of(x), Is.EqualTo(new double[] { 8, 8 }));
        Assert.That(x.mul_(full([2], 2)), Is.SameAs(x));
        Assert.That(x.mul_(0.5), Is.SameAs(x));
        Assert.That(Values.Of(x), Is.EqualTo(new double[] { 8, 8 }));
        Assert.That(x.exponential_(), Is.SameAs(x));
    }

    [Test]
    public void Matmul_multiplies_matrices_over_leading_dimensions()
    {
        var left = tensor(new[] { 1f, 2f, 3f, 4f }, [2, 2]);
        var right = tensor(new[] { 5f, 6f, 7f, 8f }, [2, 2]);

        Assert.That(Values.Of(left.matmul(right)), Is.EqualTo(new double[] { 19, 22, 43, 50 }));
        Assert.That(ones([3, 1, 4, 5]).matmul(ones([2, 5, 6])).shape, Is.EqualTo(new long[] { 3, 2, 4, 6 }));
        Assert.That(Values.Of(left.matmul(tensor(new[] { 1f, 1f }))), Is.EqualTo(new double[] { 3, 7 }));
    }

    [Test]
    public void Clamp_takes_tensors()
    {
        var clamped = arange(4, ScalarType.Float32).clamp(tensor(new[] { 1f, 1f, 1f, 1f }), tensor(new[] { 2f, 2f, 2f, 1.5f }));

        Assert.That(Values.Of(clamped), Is.EqualTo(new[] { 1, 1, 2, 1.5 }));
    }

    [Test]
    public void Triangles_are_counted_from_the_diagonal()
    {
        var square = ones([3, 3]);

        Assert.That(Values.Of(square.tril()), Is.EqualTo(new double[] { 1, 0, 0, 1, 1, 0, 1, 1, 1 }));
        Assert.That(Values.Of(square.tril(-1)), Is.EqualTo(new double[] { 0, 0, 0, 1, 0, 0, 1, 1, 0 }));
        Assert.That(Values.Of(square.triu(1)), Is.EqualTo(new double[] { 0, 1, 1, 0, 0, 1, 0, 0, 0 }));
    }

    [Test]
    public void Equality_is_told_element_by_element()
    {
        var x = tensor(new[] { 1, 2, 3 });
        var y = tensor(new[] { 1, 0, 3 });

        Assert.That(Values.Flags(x.eq(y)), Is.EqualTo(new[] { true, false, true }));
        Assert.That(Values.Flags(x.ne(y)), Is.EqualTo(new[] { false, true, false }));
        Assert.That(Values.Flags(x.eq(2)), Is.EqualTo(new[] { false, true, false }));
        Assert.That(Values.Flags(x.ne(2)), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public void What_is_no_number_is_found()
    {
        var x = tensor(new[] { 1f, float.NaN, float.PositiveInfinity });

        Assert.That(Values.Flags(x.isnan()), Is.EqualTo(new[] { false, true, false }));
        Assert.That(Values.Flags(x.isfinite()), Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public void Exponential_draws_have_their_mean()
    {
        using var generator = new Generator(5);

        var draws = Values.Of(zeros([10_000]).exponential_(2, generator));

        Assert.That(draws, Is.All.GreaterThanOrEqualTo(0));
        Assert.That(draws.Average(), Is.EqualTo(0.5).Within(0.025));
    }

    private static IEnumerable<string> Names() => Functions.Select(entry => entry.Name);
}
