namespace Sasr.Arena.Rewards;

/// <summary>How good an action was, in [0, 1], or why nobody can say.</summary>
/// <param name="Value">The total, in [0, 1]; 0 where it is unscored, and then without meaning.</param>
/// <param name="Components">The parts of the total by name, each in [0, 1].</param>
/// <param name="Unscored">The reason why there is no reward (the sandbox died, a deadline, a bug in the task); null where there is one.</param>
public readonly record struct Reward(double Value, IReadOnlyDictionary<string, double> Components, string? Unscored = null)
{
    /// <summary>Name of the component that says whether the answer was right.</summary>
    public const string AnswerComponent = "answer";

    /// <summary>Name of the component that says whether the answer could be read.</summary>
    public const string FormatComponent = "format";

    private static readonly IReadOnlyDictionary<string, double> None = new Dictionary<string, double>();

    /// <summary>No reward yet: a turn that does not end the episode.</summary>
    public static Reward Zero { get; } = new(0, None);

    /// <summary>A reward without components.</summary>
    public static Reward Of(double value) => new(value, None);

    /// <summary>A failure that is not the agent's.</summary>
    public static Reward Failed(string reason) => new(0, None, reason);

    /// <summary>Whether <see cref="Value"/> has a meaning.</summary>
    public bool IsScored => Unscored is null;

    /// <summary>Whether the answer was entirely right, whatever its format earned.</summary>
    public bool IsCorrect =>
        IsScored && (Components is not null && Components.TryGetValue(AnswerComponent, out double answer) ? answer : Value) >= 1 - 1e-9;
}
