namespace TorchSharp.Tests.Modules;

public class ClipGradNormTests : ScopedTests
{
    private static Parameter WithGradient(params float[] gradient)
    {
        var parameter = new Parameter(zeros([gradient.Length]));
        parameter.grad = tensor(gradient);
        return parameter;
    }

    [Test]
    public void Gradients_above_the_norm_are_scaled_down_together()
    {
        using var a = WithGradient(3, 0);
        using var b = WithGradient(0, 4);

        var norm = nn.utils.clip_grad_norm_([a, b], 2.5);

        Assert.That(norm, Is.EqualTo(5).Within(1e-6));
        Assert.That(Values.Of(a.grad!), Is.EqualTo(new[] { 1.5, 0 }).Within(1e-5));
        Assert.That(Values.Of(b.grad!), Is.EqualTo(new double[] { 0, 2 }).Within(1e-5));
    }

    [Test]
    public void Gradients_below_the_norm_are_left_alone()
    {
        using var a = WithGradient(3, 4);

        Assert.That(nn.utils.clip_grad_norm_([a], 10), Is.EqualTo(5).Within(1e-6));
        Assert.That(Values.Of(a.grad!), Is.EqualTo(new double[] { 3, 4 }));
    }

    [Test]
    public void Other_norms_can_be_taken()
    {
        using var a = WithGradient(3, -4);

        Assert.That(nn.utils.clip_grad_norm_([a], 100, norm_type: 1), Is.EqualTo(7).Within(1e-6));
    }

    [Test]
    public void Parameters_without_a_gradient_do_not_count()
    {
        using var a = WithGradient(3, 4);
        using var b = new Parameter(ones([2]));

        Assert.That(nn.utils.clip_grad_norm_([a, b], 1), Is.EqualTo(5).Within(1e-6));
        Assert.That(b.grad is null, Is.True);
    }
}
