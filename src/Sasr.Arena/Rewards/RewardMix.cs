namespace Sasr.Arena.Rewards;

/// <summary>Weights of a reward's components; the total is their weighted mean and so stays in [0, 1].</summary>
public sealed class RewardMix
{
    private readonly Dictionary<string, double> _weights;

    /// <exception cref="InputException">A weight is negative or not a number, or all are zero, or a name is unknown.</exception>
    public RewardMix(IReadOnlyDictionary<string, double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        foreach ((string name, double weight) in weights)
        {
            if (name is not (Reward.AnswerComponent or Reward.FormatComponent))
                throw new InputException($"rewards: '{name}' is no component of a reward; there are 'answer' and 'format'.");
            if (!double.IsFinite(weight) || weight < 0)
                throw new InputException($"rewards: the weight of '{name}' is {weight}; it must be a number of at least 0.");
        }
        if (weights.Values.Sum() <= 0)
            throw new InputException("rewards: at least one weight must be above 0.");
        _weights = new Dictionary<string, double>(weights);
    }

    /// <summary>The answer alone decides.</summary>
    public static RewardMix AnswerOnly { get; } = new(new Dictionary<string, double> { [Reward.AnswerComponent] = 1 });

    /// <summary>The weighted mean of the components; one that has no weight is reported but does not count.</summary>
    public Reward Combine(IReadOnlyDictionary<string, double> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        double total = 0, weights = 0;
        foreach ((string name, double weight) in _weights)
        {
            total += weight * components.GetValueOrDefault(name);
            weights += weight;
        }
        return new Reward(total / weights, components);
    }
}
