namespace TorchSharp.Tests.Torch;

/// <summary>torch.autograd.grad.</summary>
public class AutogradTests : ScopedTests
{
    [Test]
    public void Grad_returns_the_derivatives_and_leaves_the_leaves_alone()
    {
        var x = tensor(3f, requires_grad: true);
        var y = tensor(4f, requires_grad: true);

        var gradients = autograd.grad([x * x * y], [x, y]);

        Assert.That(gradients[0].item<float>(), Is.EqualTo(24f));
        Assert.That(gradients[1].item<float>(), Is.EqualTo(9f));
        Assert.That(x.grad is null, Is.True);
    }

    [Test]
    public void Grad_takes_the_gradient_of_what_is_not_a_scalar()
    {
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);

        var gradients = autograd.grad([x * x], [x], [tensor(new[] { 1f, 10f })]);

        Assert.That(Values.Of(gradients[0]), Is.EqualTo(new double[] { 2, 40 }));
    }

    [Test]
    public void A_graph_of_gradients_gives_second_derivatives()
    {
        var x = tensor(2f, requires_grad: true);

        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];

        Assert.That(first.item<float>(), Is.EqualTo(12f));
        Assert.That(second.item<float>(), Is.EqualTo(12f));
    }

    [Test]
    public void A_retained_graph_can_be_used_twice()
    {
        var x = tensor(2f, requires_grad: true);
        var y = x * x;

        _ = autograd.grad([y], [x], retain_graph: true);

        Assert.That(autograd.grad([y], [x])[0].item<float>(), Is.EqualTo(4f));
    }

    [Test]
    public void An_unused_input_may_be_allowed()
    {
        var x = tensor(2f, requires_grad: true);
        var unused = tensor(2f, requires_grad: true);

        var gradients = autograd.grad([x * x, x * 3], [x, unused], allow_unused: true);

        Assert.That(gradients[0].item<float>(), Is.EqualTo(7f));
        Assert.That(gradients[1] is null || gradients[1].IsInvalid, Is.True);
    }
}
