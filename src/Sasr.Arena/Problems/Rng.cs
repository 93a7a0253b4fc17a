using System.Numerics;

namespace Sasr.Arena.Problems;

/// <summary>
/// xoshiro256** 1.0 (Blackman and Vigna) seeded through SplitMix64: the same stream on every platform,
/// and the one that C# and JavaScript scripts share.
/// </summary>
public sealed class Rng
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>A stream that depends on the seed alone; near seeds give unrelated streams.</summary>
    public Rng(ulong seed)
    {
        _s0 = SplitMix64(ref seed);
        _s1 = SplitMix64(ref seed);
        _s2 = SplitMix64(ref seed);
        _s3 = SplitMix64(ref seed);
    }

    /// <summary>A stream that goes on where <see cref="State"/> was read.</summary>
    /// <exception cref="ArgumentException">The state is not four words, or all of them are zero.</exception>
    public Rng(IReadOnlyList<ulong> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Count != 4 || state.All(word => word == 0))
            throw new ArgumentException("The state of xoshiro256** is four words, not all of them zero.", nameof(state));
        (_s0, _s1, _s2, _s3) = (state[0], state[1], state[2], state[3]);
    }

    /// <summary>The four words of the generator's state.</summary>
    public IReadOnlyList<ulong> State => [_s0, _s1, _s2, _s3];

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included, all equally likely.</summary>
    /// <exception cref="ArgumentException"><paramref name="high"/> is below <paramref name="low"/>.</exception>
    public int Integer(int low, int high)
    {
        if (high < low)
            throw new ArgumentException($"An integer from {low} to {high} was asked for: the range is empty.");
        ulong range = (ulong)((long)high - low) + 1;
        ulong bits = Next();
        // The last numbers, fewer than the range, would favour the low ones. To divide for where they begin is rarely needed.
        while (bits > ulong.MaxValue - range && bits > ulong.MaxValue - (ulong.MaxValue % range + 1) % range)
            bits = Next();
        return (int)(low + (long)(bits % range));
    }

    /// <summary>Independent whole numbers from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int[] Integers(int count, int low, int high)
    {
        int[] result = new int[count];
        for (int i = 0; i < count; i++)
            result[i] = Integer(low, high);
        return result;
    }

    /// <summary>One of the items, all equally likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[Integer(0, items.Count - 1)];
    }

    /// <summary>The items in a random order (Fisher and Yates).</summary>
    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] pool = items.ToArray();
        Draw(pool, pool.Length);
        return pool;
    }

    /// <summary>Different positions' items in a random order: as many as asked for, or all there are.</summary>
    public T[] Sample<T>(IReadOnlyList<T> items, int count)
    {
        T[] pool = items.ToArray();
        Draw(pool, count);
        return count < pool.Length ? pool[..count] : pool;
    }

    // To the pool's front.
    private void Draw<T>(T[] pool, int count)
    {
        for (int i = 0; i < count && i < pool.Length - 1; i++)
        {
            int j = Integer(i, pool.Length - 1);
            (pool[i], pool[j]) = (pool[j], pool[i]);
        }
    }

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
