namespace TorchSharp.Tests.Torch;

public class CombiningTests : ScopedTests
{
    [Test]
    public void Cat_joins_along_a_dimension()
    {
        var left = arange(4).reshape(2, 2);
        var right = arange(4, 6).reshape(2, 1);

        Assert.That(Values.Of(cat(new[] { left, right }, 1)), Is.EqualTo(new double[] { 0, 1, 4, 2, 3, 5 }));
        Assert.That(cat(new List<torch.Tensor> { left, left }).shape, Is.EqualTo(new long[] { 4, 2 }));
    }

    [Test]
    public void Cat_takes_very_many_tensors()
    {
        var parts = Enumerable.Range(0, 5000).Select(i => tensor(new[] { (long)i })).ToArray();

        Assert.That((long)cat(parts).sum(), Is.EqualTo(5000L * 4999 / 2));
    }

    [Test]
    public void Stack_joins_along_a_new_dimension()
    {
        var a = arange(2);
        var b = arange(2, 4);

        Assert.That(Values.Of(stack([a, b])), Is.EqualTo(new double[] { 0, 1, 2, 3 }));
        Assert.That(Values.Of(stack(new[] { a, b }.Where(_ => true), 1)), Is.EqualTo(new double[] { 0, 2, 1, 3 }));
    }

    [Test]
    public void Where_chooses_element_by_element()
    {
        var condition = tensor(new[] { 1, 0, 1 }).ne(0);

        var chosen = where(condition, ones([3]), zeros([3]));

        Assert.That(Values.Of(chosen), Is.EqualTo(new double[] { 1, 0, 1 }));
    }

    [Test]
    public void Where_of_a_condition_gives_its_places()
    {
        var places = where(tensor(new[] { 0, 1, 1, 0 }, [2, 2]).ne(0));

        Assert.That(places, Has.Length.EqualTo(2));
        Assert.That(Values.Of(places[0]), Is.EqualTo(new double[] { 0, 1 }));
        Assert.That(Values.Of(places[1]), Is.EqualTo(new double[] { 1, 0 }));
    }

    [Test]
    public void Outer_multiplies_each_with_each()
        => Assert.That(Values.Of(outer(arange(1, 3), arange(3, 6))), Is.EqualTo(new double[] { 3, 4, 5, 6, 8, 10 }));

    [Test]
    public void Multinomial_draws_in_proportion()
    {
        var draws = multinomial(tensor(new[] { 0f, 1f, 3f }), 10_000, replacement: true);

        var counts = Values.Of(draws).GroupBy(place => place).ToDictionary(group => group.Key, group => group.Count());
        Assert.That(counts.Keys, Is.EquivalentTo(new[] { 1.0, 2.0 }));
        // The standard deviation of the share is √(0.25 · 0.75 / 10000) = 0.0043.
        Assert.That(counts[2] / 10_000.0, Is.EqualTo(0.75).Within(0.022));
    }

    [Test]
    public void Multinomial_without_replacement_draws_each_place_once()
    {
        var draws = multinomial(ones([2, 3]), 3);

        Assert.That(Values.Of(draws.sum(1)), Is.EqualTo(new double[] { 3, 3 }));
    }

    [Test]
    public void Multinomial_follows_its_generator()
    {
        var weights = ones([100]);
        using var a = new Generator(7);
        using var b = new Generator(7);

        Assert.That(Values.Of(multinomial(weights, 20, generator: a)), Is.EqualTo(Values.Of(multinomial(weights, 20, generator: b))));
    }
}
