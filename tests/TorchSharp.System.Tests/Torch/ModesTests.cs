namespace TorchSharp.Tests.Torch;

public class ModesTests : ScopedTests
{
    [Test]
    public void No_grad_records_nothing_until_it_ends()
    {
        var leaf = ones([1], requires_grad: true);

        Assert.That(is_grad_enabled(), Is.True);
        using (no_grad())
        {
            Assert.That(is_grad_enabled(), Is.False);
            Assert.That((leaf * 2).requires_grad, Is.False);
            using (no_grad())
            {
            }

            Assert.That(is_grad_enabled(), Is.False);
        }

        Assert.That(is_grad_enabled(), Is.True);
        Assert.That((leaf * 2).requires_grad, Is.True);
    }

    [Test]
    public void Inference_mode_records_nothing_until_it_ends()
    {
        var leaf = ones([1], requires_grad: true);

        using (inference_mode())
            Assert.That((leaf * 2).requires_grad, Is.False);
        using (inference_mode(false))
            Assert.That((leaf * 2).requires_grad, Is.True);
        Assert.That((leaf * 2).requires_grad, Is.True);
    }

    [Test]
    public void The_mode_is_the_threads_own()
    {
        using var off = no_grad();
        var there = false;
        var thread = new Thread(() => there = is_grad_enabled());

        thread.Start();
        thread.Join();

        Assert.That(there, Is.True);
    }
}
