namespace Sasr.Arena.Checks;

/// <summary>
/// How many different questions there are, estimated from how often two of the drawn ones are the same: of n draws from s equally
/// likely questions, n(n-1)/2s pairs are equal. Where some questions are likelier than others this counts the likely ones,
/// which is what matters to a learner.
/// </summary>
/// <param name="Draws">Questions drawn.</param>
/// <param name="Distinct">Different ones among them.</param>
/// <param name="EqualPairs">Pairs of equal ones.</param>
public readonly record struct SpaceSize(int Draws, int Distinct, long EqualPairs)
{
    // Draws come from the train split, which holds this share of all questions.
    private const double TrainShare = 0.8;

    /// <summary>Pairs of draws.</summary>
    public double Pairs => Draws * (Draws - 1.0) / 2;

    /// <summary>The estimate for all splits together; without any equal pair, a size that would have shown one with 95 % probability.</summary>
    public double Estimate => Pairs / TrainShare / (EqualPairs == 0 ? 3 : EqualPairs);

    /// <summary>Whether the estimate is only a lower bound.</summary>
    public bool IsBound => EqualPairs == 0;

    /// <summary>Counts train questions.</summary>
    public static SpaceSize Of(IReadOnlyCollection<string> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        int[] counts = [.. questions.GroupBy(question => question, StringComparer.Ordinal).Select(same => same.Count())];
        return new SpaceSize(questions.Count, counts.Length, counts.Sum(count => count * (count - 1L) / 2));
    }

    /// <summary>Whether there are so many equal pairs that fewer than this many questions is all but certain (3 standard deviations).</summary>
    public bool IsSurelyBelow(int questions)
    {
        double expected = Pairs / (TrainShare * questions);
        return EqualPairs > expected + 3 * Math.Sqrt(expected) + 1;
    }
}
