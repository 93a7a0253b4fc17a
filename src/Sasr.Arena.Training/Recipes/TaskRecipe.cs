using Sasr.Arena.Environments;
using Sasr.Arena.Training.Curricula;

namespace Sasr.Arena.Training.Recipes;

/// <summary>
/// How the tasks under a key take part in a run. The weight is the share of GRPO's prompts and of the demonstrations;
/// levels are by default the first alone, and with a curriculum all.
/// </summary>
public sealed record TaskRecipe : MixEntry
{
    /// <summary>
    /// Number of worked solutions of each task, beside what <see cref="Recipe.Demonstrations"/> shares out; prompts for
    /// GRPO are always fresh, since a reward needs no annotation.
    /// </summary>
    public int? Demonstrations { get; set; }

    /// <summary>How the levels open; null: as the recipe's own key says.</summary>
    public CurriculumRecipe? Curriculum { get; set; }

    /// <inheritdoc/>
    public override MixEntry Over(MixEntry general)
    {
        var other = (TaskRecipe)general;
        return (TaskRecipe)base.Over(general) with
        {
            Demonstrations = Demonstrations ?? other.Demonstrations,
            Curriculum = Curriculum?.Over(other.Curriculum) ?? other.Curriculum,
        };
    }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        if (Demonstrations < 0)
            throw new InputException("demonstrations: must be at least 0");
        Curriculum?.Validate();
    }
}
