namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// majority@k (maj@k, self-consistency: Wang et al., "Self-Consistency Improves Chain of Thought Reasoning in Language
/// Models", 2022): whether the commonest answer of a problem's k samples is right. Answers count as the same where their text
/// is, but for space around it; a sample without an answer has no vote. Among answers that tie, each is as likely to be taken:
/// the result is the expected value.
/// </summary>
public static class MajorityAtK
{
    /// <summary>The value for one problem, in [0, 1]; that of a suite is the mean over its problems.</summary>
    /// <param name="samples">All samples of the problem; their number is k.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    public static double Of(IReadOnlyCollection<SampledAnswer> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0)
            throw new ArgumentException("A majority needs at least one sample.", nameof(samples));
        SampledAnswer[][] votes =
            [.. samples.Where(sample => sample.Answer is not null).GroupBy(sample => sample.Answer!.Trim()).Select(same => same.ToArray())];
        if (votes.Length == 0)
            return 0;
        int most = votes.Max(same => same.Length);
        // The same answer can be judged differently where the reward looks at more than the answer.
        return votes.Where(same => same.Length == most).Average(same => same.Average(sample => sample.Correct ? 1.0 : 0.0));
    }
}
