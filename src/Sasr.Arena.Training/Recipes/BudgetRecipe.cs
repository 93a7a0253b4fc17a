namespace Sasr.Arena.Training.Recipes;

/// <summary>
/// When a run ends: after so many steps, or after so much work, whichever is first. Work is counted in tokens at prices,
/// not in time: methods stay comparable and a run repeatable on any machine.
/// </summary>
public sealed class BudgetRecipe
{
    /// <summary>Most steps; null: no limit.</summary>
    public int? Steps { get; set; }

    /// <summary>Most work; null: no limit. At the default prices one unit is about one second of one core of 2025.</summary>
    public double? Work { get; set; }

    /// <summary>Tokens trained on by SFT, prompts included, for one unit of work.</summary>
    public double SftTokens { get; set; } = 34_000;

    /// <summary>Tokens trained on by GRPO, prompts included, for one unit of work.</summary>
    public double GrpoTokens { get; set; } = 28_000;

    /// <summary>Tokens sampled for one unit of work.</summary>
    public double SampledTokens { get; set; } = 48_000;
}
