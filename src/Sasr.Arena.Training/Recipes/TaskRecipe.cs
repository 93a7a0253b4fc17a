namespace Sasr.Arena.Training.Recipes;

/// <summary>How a task takes part in a run.</summary>
public sealed class TaskRecipe
{
    /// <summary>Share among the tasks of GRPO's prompts.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Levels, all equally often.</summary>
    public List<int> Levels { get; set; } = [1];

    /// <summary>Number of worked solutions; prompts for GRPO are always fresh, since a reward needs no annotation.</summary>
    public int Demonstrations { get; set; } = 500;
}
