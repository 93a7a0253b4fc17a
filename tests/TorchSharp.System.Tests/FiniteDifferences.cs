namespace TorchSharp.Tests;

/// <summary>Compares a function's gradient with central differences, in double precision.</summary>
internal static class FiniteDifferences
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-6;

    /// <summary>
    /// The outcome is weighted element by element with fixed numbers before it is summed, so that a wrong order of the
    /// elements of a gradient can't hide behind a symmetric sum.
    /// </summary>
    public static void Check(Func<torch.Tensor, torch.Tensor> function, double[] at, params long[] shape)
    {
        using var input = Values.Double(at, shape).requires_grad_();
        using var loss = Weighted(function(input));
        loss.backward();
        using var gradient = input.grad;
        Assert.That(gradient is not null);
        var actual = Values.Of(gradient!);

        var expected = new double[at.Length];
        for (var i = 0; i < at.Length; i++)
            expected[i] = (At(i, Step) - At(i, -Step)) / (2 * Step);

        Assert.That(actual, Is.EqualTo(expected).Within(Tolerance));

        double At(int place, double change)
        {
            using var off = no_grad();
            var moved = (double[])at.Clone();
            moved[place] += change;
            using var tensor = Values.Double(moved, shape);
            using var value = Weighted(function(tensor));
            return value.item<double>();
        }
    }

    private static torch.Tensor Weighted(torch.Tensor outcome)
    {
        var count = outcome.numel();
        var weights = Values.Double([.. Enumerable.Range(0, (int)count).Select(i => Math.Cos(1 + i))], outcome.shape);
        return (outcome * weights).sum();
    }
}
