using System.Runtime.InteropServices;

namespace TorchSharp.Tests.Tensors;

public class LifetimeTests : ScopedTests
{
    [Test]
    public void A_disposed_tensor_is_invalid_and_says_so()
    {
        var x = ones([1]);
        x.Dispose();
        x.Dispose();

        Assert.That(x.IsInvalid, Is.True);
        Assert.That(() => x + 1, Throws.InvalidOperationException);
        Assert.That(() => x.shape, Throws.InvalidOperationException);
        Assert.That(() => ones([1]).add_(x), Throws.InvalidOperationException);
    }

    [Test]
    public void What_shares_the_memory_outlives_the_tensor()
    {
        var x = ones([2, 2]);
        var view = x.view(4);
        x.Dispose();

        Assert.That(Values.Of(view), Is.EqualTo(new double[] { 1, 1, 1, 1 }));
    }

    [Test]
    [Category("OursAlone")]
    public void A_tensor_that_nobody_disposes_is_finalized_with_its_memory()
    {
        var memory = MakeAndForget();

        for (var i = 0; i < 10 && memory.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(memory.IsAlive, Is.False);

        // The array is pinned as long as the native tensor lives; on another thread, which has no scope.
        static WeakReference MakeAndForget()
        {
            WeakReference? array = null;
            var thread = new Thread(() =>
            {
                var floats = new float[1000];
                array = new WeakReference(floats);
                _ = frombuffer(floats, ScalarType.Float32).numel();
            });
            thread.Start();
            thread.Join();
            return array!;
        }
    }

    [Test]
    public void Wrong_shapes_are_errors_in_one_line()
    {
        var error = Assert.Throws<ExternalException>(() => _ = ones([2]) + ones([3]))!;

        Assert.That(error.Message, Does.Contain("must match the size"));
    }

    [Test]
    public void An_error_leaves_everything_usable()
    {
        Assert.That(() => ones([2, 3]).view(5), Throws.InstanceOf<ExternalException>());
        Assert.That(() => F.linear(ones([2, 3]), ones([4, 5])), Throws.InstanceOf<ExternalException>());
        Assert.That(() => arange(3).index_select(0, tensor(new[] { 7L })), Throws.InstanceOf<ExternalException>());

        Assert.That(Values.Of(ones([2]) + ones([2])), Is.EqualTo(new double[] { 2, 2 }));
    }

    /// <summary>TorchSharp 0.106 ends the process here.</summary>
    [Test]
    [Category("OursAlone")]
    public void Matmul_of_wrong_shapes_is_an_error_too()
    {
        var error = Assert.Throws<ExternalException>(() => _ = ones([2, 3]).matmul(ones([2, 3])))!;

        Assert.That(error.Message, Is.EqualTo("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)"));
    }

    /// <summary>TorchSharp 0.106 ends the process here.</summary>
    [Test]
    [Category("OursAlone")]
    public void Grad_of_what_is_not_in_the_graph_is_an_error_too()
        => Assert.That(() => autograd.grad([ones([1])], [ones([1])]), Throws.InstanceOf<ExternalException>());
}
