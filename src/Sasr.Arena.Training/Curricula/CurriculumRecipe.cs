using System.Globalization;

namespace Sasr.Arena.Training.Curricula;

/// <summary>How a task's levels open one after another; what is null, a more general key says, or the default.</summary>
public sealed record CurriculumRecipe
{
    /// <summary>The success rate on the highest open level at which the next one opens.</summary>
    public double? Gate { get; set; }

    /// <summary>Scored rollouts on the highest open level, the latest, that the rate is taken over; fewer open nothing.</summary>
    public int? Window { get; set; }

    /// <summary>Levels open from the beginning.</summary>
    public int? Start { get; set; }

    /// <summary>Share of a task's prompts that stays with the levels below the highest open one.</summary>
    public double? Keep { get; set; }

    internal static CurriculumRecipe Defaults { get; } = new() { Gate = 0.8, Window = 64, Start = 1, Keep = 0.3 };

    internal CurriculumRecipe Over(CurriculumRecipe? general) => general is null ? this : new CurriculumRecipe
    {
        Gate = Gate ?? general.Gate,
        Window = Window ?? general.Window,
        Start = Start ?? general.Start,
        Keep = Keep ?? general.Keep,
    };

    /// <exception cref="InputException">A value is out of range.</exception>
    internal void Validate()
    {
        Require(Gate is null or (> 0 and <= 1), "gate", "must be above 0 and at most 1", Gate);
        Require(Window is null or (>= 1 and <= 100_000), "window", "must lie between 1 and 100,000", Window);
        Require(Start is null or >= 1, "start", "must be at least 1", Start);
        Require(Keep is null or (>= 0 and < 1), "keep", "must be at least 0 and below 1", Keep);
    }

    private static void Require(bool condition, string key, string range, IFormattable? value)
    {
        if (!condition)
            throw new InputException($"curriculum.{key}: is {value?.ToString(null, CultureInfo.InvariantCulture)} and {range}");
    }
}
