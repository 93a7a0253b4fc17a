namespace Sasr.Arena.Rewards.Rules;

/// <summary>The first part that is above 0.</summary>
internal sealed class FirstOfRule(IReadOnlyList<IRewardRule> parts) : IRewardRule
{
    public IEnumerable<ComponentRule> Components => parts.SelectMany(part => part.Components);

    public double Total(IReadOnlyDictionary<string, double> components) =>
        parts.Select(part => part.Total(components)).FirstOrDefault(total => total > 0);
}
