namespace TorchSharp.Tests.Tensors;

public class OperatorTests : ScopedTests
{
    private static torch.Tensor X() => tensor(new[] { 1f, 2f, 4f });

    [Test]
    public void Tensors_are_combined_element_by_element()
    {
        var y = tensor(new[] { 2f, 2f, 2f });

        Assert.That(Values.Of(X() + y), Is.EqualTo(new double[] { 3, 4, 6 }));
        Assert.That(Values.Of(X() - y), Is.EqualTo(new double[] { -1, 0, 2 }));
        Assert.That(Values.Of(X() * y), Is.EqualTo(new double[] { 2, 4, 8 }));
        Assert.That(Values.Of(X() / y), Is.EqualTo(new[] { 0.5, 1, 2 }));
        Assert.That(Values.Of(-X()), Is.EqualTo(new double[] { -1, -2, -4 }));
    }

    [Test]
    public void Numbers_of_every_type_stand_on_the_right()
    {
        Scalar two = 2.0;

        Assert.That(new[] { X() + 2, X() + 2L, X() + 2f, X() + 2.0, X() + two }.Select(Values.Of), Is.All.EqualTo(new double[] { 3, 4, 6 }));
        Assert.That(new[] { X() - 2, X() - 2L, X() - 2f, X() - 2.0, X() - two }.Select(Values.Of), Is.All.EqualTo(new double[] { -1, 0, 2 }));
        Assert.That(new[] { X() * 2, X() * 2L, X() * 2f, X() * 2.0, X() * two }.Select(Values.Of), Is.All.EqualTo(new double[] { 2, 4, 8 }));
        Assert.That(new[] { X() / 2, X() / 2L, X() / 2f, X() / 2.0, X() / two }.Select(Values.Of), Is.All.EqualTo(new[] { 0.5, 1, 2 }));
    }

    [Test]
    public void Numbers_of_every_type_can_be_divided()
    {
        Scalar two = 2.0;

        Assert.That(new[] { 2 / X(), 2L / X(), 2f / X(), 2.0 / X(), two / X() }.Select(Values.Of), Is.All.EqualTo(new[] { 2, 1, 0.5 }));
    }

    [Test]
    public void A_number_does_not_change_the_type_of_a_tensor()
    {
        Assert.That((X() * 2.0).dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That((arange(3) * 2).dtype, Is.EqualTo(ScalarType.Int64));
        Assert.That((arange(3) * 2.5).dtype, Is.EqualTo(ScalarType.Float32));
    }

    [Test]
    public void Comparisons_are_told_element_by_element()
    {
        var y = tensor(new[] { 1f, 3f, 3f });

        Assert.That(Values.Flags(X() < y), Is.EqualTo(new[] { false, true, false }));
        Assert.That(Values.Flags(X() > y), Is.EqualTo(new[] { false, false, true }));
        Assert.That(Values.Flags(X() == y), Is.EqualTo(new[] { true, false, false }));
        Assert.That(Values.Flags(X() != y), Is.EqualTo(new[] { false, true, true }));
        Assert.That(Values.Flags(X() < 2), Is.EqualTo(new[] { true, false, false }));
        Assert.That(Values.Flags(X() > 2), Is.EqualTo(new[] { false, false, true }));
        Assert.That(Values.Flags(X() == 2), Is.EqualTo(new[] { false, true, false }));
        Assert.That(Values.Flags(X() != 2), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public void Shapes_broadcast()
        => Assert.That(Values.Of(tensor(new[] { 1f, 2f }, [2, 1]) + tensor(new[] { 10f, 20f })), Is.EqualTo(new double[] { 11, 21, 12, 22 }));

    [Test]
    public void One_element_casts_to_numbers()
    {
        Assert.That((float)tensor(2.5f), Is.EqualTo(2.5f));
        Assert.That((double)tensor(2.5f), Is.EqualTo(2.5));
        Assert.That((sbyte)tensor(-2), Is.EqualTo(-2));
        Assert.That((byte)tensor(2), Is.EqualTo(2));
        Assert.That((short)tensor(2), Is.EqualTo(2));
        Assert.That((int)tensor(2L), Is.EqualTo(2));
        Assert.That((long)tensor(2), Is.EqualTo(2L));
        Assert.That((bool)(tensor(2) > 1), Is.True);
        Assert.That(tensor(2L).ToSingle(), Is.EqualTo(2f));
        Assert.That(tensor(2).ToInt64(), Is.EqualTo(2L));
        Assert.That(ones([1], ScalarType.BFloat16).ToSingle(), Is.EqualTo(1f));
    }

    [Test]
    public void Scalars_of_every_type_are_integers_fractions_or_flags()
    {
        (Scalar Scalar, ScalarType Type)[] scalars =
        [
            ((byte)1, ScalarType.Int64), ((sbyte)1, ScalarType.Int64), ((short)1, ScalarType.Int64), (1, ScalarType.Int64),
            (1L, ScalarType.Int64), (1f, ScalarType.Float64), (1.0, ScalarType.Float64), (true, ScalarType.Bool),
        ];

        foreach (var (scalar, type) in scalars)
        {
            Assert.That(scalar.Type, Is.EqualTo(type));
            Assert.That((double)(zeros([1]) + scalar), Is.EqualTo(1));
            scalar.Dispose();
        }
    }

    [Test]
    public void A_half_is_a_scalar_too()
    {
        Scalar half = (Half)0.5;

        Assert.That((double)(zeros([1]) + half), Is.EqualTo(0.5));
    }
}
