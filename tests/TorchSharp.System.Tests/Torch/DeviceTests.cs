namespace TorchSharp.Tests.Torch;

public class DeviceTests : ScopedTests
{
    [Test]
    public void The_CPU_has_many_names()
    {
        torch.Device implied = "cpu";

        Assert.That(CPU.type, Is.EqualTo(DeviceType.CPU));
        Assert.That(device("cpu").type, Is.EqualTo(DeviceType.CPU));
        Assert.That(device("cpu", -1).type, Is.EqualTo(DeviceType.CPU));
        Assert.That(device(DeviceType.CPU).type, Is.EqualTo(DeviceType.CPU));
        Assert.That(new torch.Device("cpu").type, Is.EqualTo(DeviceType.CPU));
        Assert.That(new torch.Device("cpu", -1).index, Is.EqualTo(-1));
        Assert.That(new torch.Device(DeviceType.CPU).ToString(), Does.StartWith("cpu"));
        Assert.That(implied.type, Is.EqualTo(DeviceType.CPU));
    }

    [Test]
    public void Without_a_GPU_its_names_are_errors()
    {
        if (cuda.is_available())
            Assert.Ignore("There is a GPU here.");

        Assert.That(() => device("cuda"), Throws.InvalidOperationException);
        Assert.That(() => CUDA, Throws.InvalidOperationException);
        Assert.That(() => device(0), Throws.InvalidOperationException);
        Assert.That(() => new torch.Device(0), Throws.InvalidOperationException);
    }

    [Test]
    public void Without_a_GPU_one_can_still_ask_and_seed()
    {
        if (cuda.is_available())
            Assert.Ignore("There is a GPU here.");

        Assert.That(cuda.device_count(), Is.Zero);
        Assert.That(cuda.is_cudnn_available(), Is.False);
        Assert.That(() => cuda.manual_seed(1), Throws.Nothing);
        Assert.That(() => cuda.manual_seed_all(1), Throws.Nothing);
    }

    [Test]
    public void With_a_GPU_a_tensor_goes_there_and_back()
    {
        if (!cuda.is_available())
            Assert.Ignore("There is no GPU here.");

        var there = arange(4).to(CUDA);
        var doubled = (there + there).to("cpu");
        cuda.synchronize();

        Assert.That(there.device.type, Is.EqualTo(DeviceType.CUDA));
        Assert.That(Values.Of(doubled), Is.EqualTo(new double[] { 0, 2, 4, 6 }));
        Assert.That(Values.Of(ones([2]).cuda().cpu()), Is.EqualTo(new double[] { 1, 1 }));
        Assert.That((float)there.sum(), Is.EqualTo(6f));
        Assert.That(device(DeviceType.CUDA, 0).index, Is.Zero);
        Assert.That(cuda.device_count(), Is.Positive);
    }

    [Test]
    public void Sums_of_integers_do_not_depend_on_the_number_of_threads()
    {
        // Rounded sums may: another number of threads adds in another order.
        var left = arange(64 * 64, ScalarType.Float64).reshape(64, 64);
        set_num_threads(1);
        var one = Values.Of(left.matmul(left));
        set_num_threads(2);
        var two = Values.Of(left.matmul(left));
        set_num_threads(1);

        Assert.That(two, Is.EqualTo(one));
    }
}
