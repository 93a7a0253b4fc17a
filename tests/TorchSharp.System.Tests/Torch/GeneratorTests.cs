namespace TorchSharp.Tests.Torch;

public class GeneratorTests : ScopedTests
{
    [Test]
    public void The_same_seed_gives_the_same_numbers()
    {
        using var a = new Generator(42);
        using var b = new Generator(42);
        using var c = new Generator(43);

        var first = Values.Of(rand([8], generator: a));

        Assert.That(Values.Of(rand([8], generator: b)), Is.EqualTo(first));
        Assert.That(Values.Of(rand([8], generator: c)), Is.Not.EqualTo(first));
    }

    [Test]
    public void A_generator_can_be_seeded_again()
    {
        using var generator = new Generator(1, CPU);
        generator.manual_seed(5);
        var first = Values.Of(randn([8], generator: generator));
        generator.manual_seed(5);

        Assert.That(Values.Of(randn([8], generator: generator)), Is.EqualTo(first));
    }

    [Test]
    public void The_state_can_be_saved_and_restored()
    {
        using var generator = new Generator(3);
        _ = rand([5], generator: generator);
        var state = generator.get_state();
        var next = Values.Of(rand([5], generator: generator));

        generator.set_state(state);

        Assert.That(state.numel(), Is.EqualTo(5056));
        Assert.That(state.dtype, Is.EqualTo(ScalarType.Byte));
        Assert.That(Values.Of(rand([5], generator: generator)), Is.EqualTo(next));
    }

    [Test]
    public void A_state_survives_as_bytes()
    {
        using var generator = new Generator(3);
        var saved = generator.get_state().bytes.ToArray();
        var next = Values.Of(rand([5], generator: generator));
        var restored = zeros([saved.Length], ScalarType.Byte);
        restored.bytes = saved;

        using var other = new Generator(99);
        other.set_state(restored);

        Assert.That(Values.Of(rand([5], generator: other)), Is.EqualTo(next));
    }

    [Test]
    public void The_global_seed_sets_the_default_generator()
    {
        manual_seed(11);
        var first = Values.Of(rand([5]));
        using var returned = manual_seed(11);
        var state = Generator.Default.get_state();
        var second = Values.Of(rand([5]));
        Generator.Default.set_state(state);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(Values.Of(rand([5])), Is.EqualTo(first));
    }

    [Test]
    public void Seed_0_begins_with_the_numbers_that_PyTorch_shows()
    {
        // torch.manual_seed(0); torch.rand(5), as printed in PyTorch's documentation and countless notebooks.
        manual_seed(0);

        Assert.That(Values.Of(rand([5])), Is.EqualTo(new[] { 0.4963, 0.7682, 0.0885, 0.1320, 0.3074 }).Within(5e-5));
    }
}
