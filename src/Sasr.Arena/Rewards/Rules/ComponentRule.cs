namespace Sasr.Arena.Rewards.Rules;

/// <summary>A component as it is.</summary>
/// <param name="Name"><c>answer</c>, <c>format</c>, or a script of <c>rewards/</c>.</param>
/// <param name="Place">Where a file names it: <c>file(line,column): </c>, or nothing.</param>
internal sealed record ComponentRule(string Name, string Place = "") : IRewardRule
{
    public IEnumerable<ComponentRule> Components => [this];

    public double Total(IReadOnlyDictionary<string, double> components) => components.GetValueOrDefault(Name);
}
