namespace Sasr.Arena.Rewards.Rules;

/// <summary>How components make a total: a tree whose leaves are components.</summary>
internal interface IRewardRule
{
    /// <summary>Every component that it looks at, whatever its weight.</summary>
    IEnumerable<ComponentRule> Components { get; }

    /// <summary>The total, in [0, 1].</summary>
    /// <param name="components">Each in [0, 1]; one that is missing is 0.</param>
    double Total(IReadOnlyDictionary<string, double> components);
}
