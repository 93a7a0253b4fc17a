namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// How much a problem's samples differ. Answers and solutions count as the same where their text is, but for the amount of
/// white space.
/// </summary>
/// <param name="DistinctCorrect">Different solutions (whole completions) among those that are right.</param>
/// <param name="DistinctAnswers">Different answers, right and wrong; having none is one of them.</param>
/// <param name="AnswerEntropy">Shannon's entropy of the answers in bits: 0 where all agree, log2(k) where all k differ.</param>
public readonly record struct AnswerDiversity(int DistinctCorrect, int DistinctAnswers, double AnswerEntropy)
{
    /// <summary>The diversity of one problem's samples.</summary>
    public static AnswerDiversity Of(IReadOnlyCollection<SampledAnswer> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        int[] counts = [.. samples.GroupBy(sample => sample.Answer is { } answer ? (true, Normalize(answer)) : (false, "")).Select(same => same.Count())];
        double entropy = counts.Sum(count => (double)count / samples.Count * Math.Log2((double)samples.Count / count));
        return new AnswerDiversity(
            samples.Where(sample => sample.Correct).Select(sample => Normalize(sample.Solution)).Distinct().Count(),
            counts.Length,
            entropy);
    }

    private static string Normalize(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
