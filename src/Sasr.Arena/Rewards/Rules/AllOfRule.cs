namespace Sasr.Arena.Rewards.Rules;

/// <summary>The product of its parts: 0 where any is, and 1 only where all are.</summary>
internal sealed class AllOfRule(IReadOnlyList<IRewardRule> parts) : IRewardRule
{
    public IEnumerable<ComponentRule> Components => parts.SelectMany(part => part.Components);

    public double Total(IReadOnlyDictionary<string, double> components) =>
        parts.Aggregate(1.0, (product, part) => product * part.Total(components));
}
