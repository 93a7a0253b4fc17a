namespace Sasr.Arena.Rewards.Rules;

/// <summary>The last part, where every part before it is 1; otherwise 0.</summary>
internal sealed class GateRule(IReadOnlyList<IRewardRule> parts) : IRewardRule
{
    private const double Open = 1 - 1e-9;

    public IEnumerable<ComponentRule> Components => parts.SelectMany(part => part.Components);

    public double Total(IReadOnlyDictionary<string, double> components) =>
        parts.SkipLast(1).All(part => part.Total(components) >= Open) ? parts[^1].Total(components) : 0;
}
