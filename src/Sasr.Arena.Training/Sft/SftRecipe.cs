using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Sft;

/// <summary>Supervised fine-tuning on worked solutions.</summary>
public sealed class SftRecipe
{
    /// <summary>Demonstrations a step.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>Learning rate; in a hybrid schedule, of the warm-up.</summary>
    public double LearningRate { get; set; } = 2e-3;

    /// <summary>
    /// Learning rate of SFT steps after the warm-up; null: as before. At the warm-up's rate, steps on memorised
    /// demonstrations undo what GRPO gained.
    /// </summary>
    public double? HybridLearningRate { get; set; }

    internal void Validate()
    {
        RecipeFile.Require(BatchSize >= 1, "sft.batch_size: must be at least 1");
        RecipeFile.Require(LearningRate > 0, "sft.learning_rate: must be above 0");
        RecipeFile.Require(HybridLearningRate is null or >= 0, "sft.hybrid_learning_rate: must be at least 0");
    }
}
