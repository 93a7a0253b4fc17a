namespace TorchSharp.Tests.Modules;

public class InitTests : ScopedTests
{
    [Test]
    public void Normal_has_its_mean_and_deviation()
    {
        using var generator = new Generator(3);
        var weight = zeros([10_000], requires_grad: true);

        Assert.That(nn.init.normal_(weight, 2, 0.5, generator).requires_grad, Is.True);

        var draws = Values.Of(weight);
        Assert.That(draws.Average(), Is.EqualTo(2).Within(0.025));
        Assert.That(draws.Average(d => (d - 2) * (d - 2)), Is.EqualTo(0.25).Within(0.02));
    }

    [Test]
    public void Uniform_has_its_bounds()
    {
        var draws = Values.Of(nn.init.uniform_(zeros([10_000]), -2, 4));

        Assert.That(draws, Is.All.InRange(-2, 4));
        Assert.That(draws.Average(), Is.EqualTo(1).Within(0.09));
    }

    [Test]
    public void Draws_follow_their_generator()
    {
        using var a = new Generator(3);
        using var b = new Generator(3);

        Assert.That(
            Values.Of(nn.init.uniform_(zeros([5]), generator: a)), Is.EqualTo(Values.Of(nn.init.uniform_(zeros([5]), generator: b))));
        Assert.That(Values.Of(nn.init.normal_(zeros([5]), generator: a)), Is.EqualTo(Values.Of(nn.init.normal_(zeros([5]), generator: b))));
    }

    [Test]
    public void Ones_are_ones() => Assert.That(Values.Of(nn.init.ones_(zeros([2]))), Is.EqualTo(new double[] { 1, 1 }));

    [Test]
    public void Kaimings_bound_is_the_gain_times_the_root_of_3_over_the_fan()
    {
        // Leaky ReLU of slope √5 has the gain √(2/6); its bound for 16 inputs is √(1/3) · √(3/16) = 1/4.
        var weight = Values.Of(nn.init.kaiming_uniform_(zeros([400, 16]), Math.Sqrt(5)));
        Assert.That(weight.Max(), Is.EqualTo(0.25).Within(0.001));
        Assert.That(weight.Min(), Is.EqualTo(-0.25).Within(0.001));

        // ReLU's gain is √2: √2 · √(3/600) = 0.1.
        var outputs = Values.Of(nn.init.kaiming_uniform_(
            zeros([600, 16]), mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU));
        Assert.That(outputs.Max(), Is.EqualTo(0.1).Within(0.001));
    }
}
