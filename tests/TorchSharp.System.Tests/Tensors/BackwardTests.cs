using System.Runtime.InteropServices;

namespace TorchSharp.Tests.Tensors;

public class BackwardTests : ScopedTests
{
    [Test]
    public void Backward_adds_to_the_gradients_of_the_leaves()
    {
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);

        (x * x).sum().backward();
        Assert.That(Values.Of(x.grad!), Is.EqualTo(new double[] { 2, 4 }));

        (x * 3).sum().backward();
        Assert.That(Values.Of(x.grad!), Is.EqualTo(new double[] { 5, 7 }));
    }

    [Test]
    public void The_gradient_is_null_before_the_first_pass_and_can_be_set()
    {
        var x = ones([1], requires_grad: true);
        Assert.That(x.grad is null, Is.True);

        x.grad = tensor(new[] { 4f });
        Assert.That(x.grad!.item<float>(), Is.EqualTo(4f));

        x.grad = null;
        Assert.That(x.grad is null, Is.True);
    }

    [Test]
    public void Every_read_of_the_gradient_is_a_new_object_on_the_same_memory()
    {
        var x = ones([1], requires_grad: true);
        x.sum().backward();
        var first = x.grad!;
        var second = x.grad!;

        first.zero_();
        first.Dispose();

        Assert.That(second, Is.Not.SameAs(first));
        Assert.That(second.item<float>(), Is.Zero);
    }

    [Test]
    public void Requires_grad_can_be_set()
    {
        var x = ones([1]);

        Assert.That(x.requires_grad_(), Is.SameAs(x));
        Assert.That(x.requires_grad, Is.True);
        x.requires_grad = false;
        Assert.That(x.requires_grad, Is.False);
    }

    [Test]
    public void Integers_cannot_have_gradients()
        => Assert.That(() => zeros([1], ScalarType.Int64).requires_grad_(), Throws.InstanceOf<ExternalException>());

    [Test]
    public void What_is_not_a_scalar_needs_the_gradient_of_the_outcome()
    {
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);

        (x * x).backward([tensor(new[] { 1f, 10f })]);

        Assert.That(Values.Of(x.grad!), Is.EqualTo(new double[] { 2, 40 }));
    }

    [Test]
    public void A_graph_serves_once_unless_it_is_retained()
    {
        var x = tensor(2f, requires_grad: true);
        var y = x * x;

        y.backward(retain_graph: true);
        y.backward();

        Assert.That(x.grad!.item<float>(), Is.EqualTo(8f));
        Assert.That(() => y.backward(), Throws.InstanceOf<ExternalException>());
    }

    [Test]
    public void A_pass_can_be_for_some_leaves_only()
    {
        var x = tensor(2f, requires_grad: true);
        var y = tensor(3f, requires_grad: true);

        (x * y).backward(inputs: [x]);

        Assert.That(x.grad!.item<float>(), Is.EqualTo(3f));
        Assert.That(y.grad is null, Is.True);
    }

    [Test]
    public void A_pass_that_is_recorded_gives_second_derivatives()
    {
        var x = tensor(2f, requires_grad: true);

        x.pow(3).backward(create_graph: true);
        using var first = x.grad!;
        var second = autograd.grad([first], [x])[0];

        Assert.That(first.item<float>(), Is.EqualTo(12f));
        Assert.That(second.item<float>(), Is.EqualTo(12f));
        x.grad = null;
    }
}
