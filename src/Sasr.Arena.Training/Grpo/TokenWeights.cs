namespace Sasr.Arena.Training.Grpo;

/// <summary>
/// What each token's loss counts for, so that every aggregation is a weighted sum: one number a sequence, the same for all
/// of its tokens. Micro-batches then add up to the whole batch's gradient.
/// </summary>
internal static class TokenWeights
{
    /// <param name="aggregation">How token losses become one number.</param>
    /// <param name="counts">Tokens of each sequence of the micro-batch.</param>
    /// <param name="sequences">Sequences of the whole batch.</param>
    /// <param name="tokens">Tokens of the whole batch.</param>
    /// <param name="maxTokens">The longest that a completion may be.</param>
    public static IReadOnlyList<float> Of(Aggregation aggregation, IReadOnlyList<int> counts, int sequences, long tokens, int maxTokens)
    {
        double local = (double)counts.Count / sequences / counts.Sum();
        return
        [
            .. counts.Select(count => (float)(aggregation switch
            {
                Aggregation.Grpo => 1.0 / count / sequences,
                Aggregation.Bnpo => local,
                Aggregation.Dapo => 1.0 / tokens,
                _ => 1.0 / ((double)sequences * maxTokens),
            })),
        ];
    }
}
