using Sasr.Arena.Environments;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>SFT that comes before all trainings of a seed, so that they start from a model that can do something.</summary>
internal sealed class WarmupRecipe
{
    /// <summary>Units of work; null: no limit.</summary>
    public double? Work { get; set; }

    /// <summary>Steps; null: no limit.</summary>
    public int? Steps { get; set; }

    /// <summary>What is trained on; empty: the tasks of all sources, at their levels.</summary>
    public TaskMix<TaskRecipe> Tasks { get; set; } = [];

    /// <summary>Worked solutions, shared out by weight; null: as many of each task as the sources have.</summary>
    public int? Demonstrations { get; set; }
}
