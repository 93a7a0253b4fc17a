using Sasr.Arena.Problems;

namespace Sasr.Arena.Tests.Problems;

public sealed class RngTests
{
    [Test]
    public void The_stream_is_xoshiro256_star_star()
    {
        // State {1, 2, 3, 4}: the first numbers of the authors' C code (prng.di.unimi.it), as rand_xoshiro's tests have them.
        var rng = new Rng([1, 2, 3, 4]);

        ulong[] expected = [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600];
        Assert.That(Enumerable.Range(0, 6).Select(_ => rng.Next()), Is.EqualTo(expected));
    }

    [Test]
    public void The_seed_is_spread_by_SplitMix64()
    {
        // The first numbers of SplitMix64 from seed 1234567 (Rosetta Code, from Vigna's C code).
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431];

        Assert.That(new Rng(1234567).State, Is.EqualTo(expected));
    }

    [Test]
    public void A_stream_goes_on_from_its_state()
    {
        var rng = new Rng(3);
        rng.Next();
        var copy = new Rng(rng.State);

        Assert.That(copy.Integers(10, 0, 1000), Is.EqualTo(rng.Integers(10, 0, 1000)));
    }

    [Test]
    public void Integers_cover_their_range_evenly_and_do_not_leave_it()
    {
        int[] counts = new int[7];
        var rng = new Rng(1);
        for (int i = 0; i < 70_000; i++)
            counts[rng.Integer(-3, 3) + 3]++;

        // 6 degrees of freedom: 22.5 is exceeded once in a thousand.
        Assert.That(counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000), Is.LessThan(22.5));
    }

    [Test]
    public void The_whole_range_of_integers_can_be_asked_for()
    {
        var rng = new Rng(1);

        Assert.That(Enumerable.Range(0, 100).Select(_ => rng.Integer(int.MinValue, int.MaxValue)).Distinct().Count(), Is.EqualTo(100));
        Assert.That(rng.Integer(5, 5), Is.EqualTo(5));
        Assert.That(() => rng.Integer(2, 1), Throws.ArgumentException.With.Message.Contains("2 to 1"));
    }

    [Test]
    public void Every_order_is_as_likely_as_any()
    {
        var rng = new Rng(2);
        Dictionary<string, int> counts = Enumerable.Range(0, 24_000)
            .Select(_ => string.Concat(rng.Shuffle("abcd")))
            .GroupBy(order => order)
            .ToDictionary(group => group.Key, group => group.Count());

        Assert.That(counts, Has.Count.EqualTo(24));
        // 23 degrees of freedom: 49.7 is exceeded once in a thousand.
        Assert.That(counts.Values.Sum(count => Math.Pow(count - 1000, 2) / 1000), Is.LessThan(49.7));
    }

    [Test]
    public void A_sample_takes_each_place_at_most_once()
    {
        int[] sample = new Rng(4).Sample(Enumerable.Range(0, 50).ToArray(), 20);

        Assert.That(sample.Distinct().Count(), Is.EqualTo(20));
        Assert.That(new Rng(4).Sample([1, 2], 9), Is.EquivalentTo(new[] { 1, 2 }));
    }
}
