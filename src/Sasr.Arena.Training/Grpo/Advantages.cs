using Sasr.Arena.Rewards;

namespace Sasr.Arena.Training.Grpo;

/// <summary>
/// How much better a completion did than its group: (r - mean) / (std + 1e-4), with the sample standard deviation.
/// Unscored members take no part in the statistics and get no advantage; nor does a group of one or without spread.
/// </summary>
internal sealed record Advantages(IReadOnlyList<float> Values, double ZeroSpreadShare, double MeanGroupDeviation)
{
    private const double Epsilon = 1e-4;

    /// <param name="rewards">Group by group, each of <paramref name="groupSize"/> members.</param>
    /// <param name="groupSize">Members a group.</param>
    /// <param name="scale">What they are divided by.</param>
    public static Advantages Of(IReadOnlyList<Reward> rewards, int groupSize, RewardScale scale)
    {
        var values = new float[rewards.Count];
        var deviations = new List<double>();
        double batch = Deviation([.. rewards.Where(reward => reward.IsScored).Select(reward => reward.Value)]);
        for (int start = 0; start < rewards.Count; start += groupSize)
        {
            int[] scored = [.. Enumerable.Range(start, groupSize).Where(i => rewards[i].IsScored)];
            double[] group = [.. scored.Select(i => rewards[i].Value)];
            double deviation = Deviation(group);
            deviations.Add(deviation);
            if (deviation == 0)
                continue;
            double mean = group.Average();
            double divisor = scale switch
            {
                RewardScale.Group => deviation + Epsilon,
                RewardScale.Batch => batch + Epsilon,
                _ => 1,
            };
            foreach (int i in scored)
                values[i] = (float)((rewards[i].Value - mean) / divisor);
        }
        return new Advantages(values, deviations.Count(deviation => deviation == 0) / (double)deviations.Count, deviations.Average());
    }

    private static double Deviation(double[] values)
    {
        if (values.Length < 2 || values.All(value => value == values[0]))
            return 0;
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
