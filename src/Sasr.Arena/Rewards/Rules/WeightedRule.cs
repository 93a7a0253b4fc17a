namespace Sasr.Arena.Rewards.Rules;

/// <summary>The weighted mean.</summary>
internal sealed class WeightedRule : IRewardRule
{
    private readonly IReadOnlyList<(ComponentRule Component, double Weight)> _weights;
    private readonly double _sum;

    /// <exception cref="InputException">A weight is negative or not a number, or all are zero.</exception>
    public WeightedRule(IReadOnlyList<(ComponentRule Component, double Weight)> weights)
    {
        foreach ((ComponentRule component, double weight) in weights)
        {
            if (!double.IsFinite(weight) || weight < 0)
                throw new InputException($"rewards: the weight of '{component.Name}' is {weight}; it must be a number of at least 0.");
        }
        _sum = weights.Sum(part => part.Weight);
        if (_sum <= 0 || !double.IsFinite(_sum))
            throw new InputException("rewards: at least one weight must be above 0.");
        _weights = weights;
    }

    public IEnumerable<ComponentRule> Components => _weights.Select(part => part.Component);

    public double Total(IReadOnlyDictionary<string, double> components) =>
        Math.Clamp(_weights.Sum(part => part.Weight * part.Component.Total(components)) / _sum, 0, 1);
}
