using Sasr.Arena.Rewards.Rules;

namespace Sasr.Arena.Rewards;

/// <summary>
/// How a reward's components make its total: by default their weighted mean, so that it stays in [0, 1]. A component is
/// <c>answer</c> (what the task says of the answer), <c>format</c> (whether the completion holds one), or the name of a script
/// of <c>rewards/</c>.
/// </summary>
public sealed class RewardMix
{
    private readonly IRewardRule _rule;
    private readonly Dictionary<string, ComponentRule> _components;

    /// <summary>A weighted mean; a component whose weight is 0 is reported, but does not count.</summary>
    /// <exception cref="InputException">A weight is negative or not a number, or all are zero.</exception>
    public RewardMix(IReadOnlyDictionary<string, double> weights)
        : this(Weighted(weights))
    {
    }

    internal RewardMix(IRewardRule rule)
    {
        _rule = rule;
        _components = rule.Components.GroupBy(component => component.Name).ToDictionary(same => same.Key, same => same.First());
    }

    /// <summary>The answer alone decides.</summary>
    public static RewardMix AnswerOnly { get; } = new(new ComponentRule(Reward.AnswerComponent));

    /// <summary>Names of the components that are scripts of <c>rewards/</c>.</summary>
    public IEnumerable<string> Scripts => _components.Keys.Where(name => name is not (Reward.AnswerComponent or Reward.FormatComponent));

    /// <summary>Checks that every script exists.</summary>
    /// <param name="known">Names of the scripts that there are.</param>
    /// <exception cref="InputException">One does not; the message begins with the place that names it, where that is known.</exception>
    internal void Require(IReadOnlyCollection<string> known)
    {
        foreach (string name in Scripts)
        {
            if (known.Contains(name))
                continue;
            string hint = Nearest.Hint(name, [Reward.AnswerComponent, Reward.FormatComponent, .. known]);
            throw new InputException($"{_components[name].Place}rewards: there is no reward '{name}'{hint}");
        }
    }

    /// <summary>The total of the components.</summary>
    public Reward Combine(IReadOnlyDictionary<string, double> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        return new Reward(_rule.Total(components), components);
    }

    private static WeightedRule Weighted(IReadOnlyDictionary<string, double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new WeightedRule([.. weights.Select(pair => (new ComponentRule(pair.Key), pair.Value))]);
    }
}
