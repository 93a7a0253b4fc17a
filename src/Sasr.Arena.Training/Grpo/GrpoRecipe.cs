using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Grpo;

/// <summary>Group-relative policy optimization (arXiv 2402.03300) with the options of today's trainers.</summary>
public sealed class GrpoRecipe
{
    /// <summary>Different prompts a step.</summary>
    public int Prompts { get; set; } = 32;

    /// <summary>Completions a prompt.</summary>
    public int GroupSize { get; set; } = 8;

    /// <summary>Learning rate.</summary>
    public double LearningRate { get; set; } = 5e-4;

    /// <summary>Divides the logits when sampling, and likewise in the loss.</summary>
    public double Temperature { get; set; } = 1;

    /// <summary>What advantages are divided by.</summary>
    public RewardScale ScaleRewards { get; set; } = RewardScale.Group;

    /// <summary>How token losses become one number. <c>dapo</c>, the default, weighs all tokens alike and so favours no length.</summary>
    public Aggregation Aggregation { get; set; } = Aggregation.Dapo;

    /// <summary>Whose probabilities form the ratio: each token's, or the sequence's (GSPO, arXiv 2507.18071).</summary>
    public ImportanceSampling ImportanceSampling { get; set; } = ImportanceSampling.Token;

    /// <summary>Ratios below 1 - this are clipped.</summary>
    public double EpsilonLow { get; set; } = 0.2;

    /// <summary>Ratios above 1 + this are clipped (clip-higher: 0.28, arXiv 2503.14476).</summary>
    public double EpsilonHigh { get; set; } = 0.2;

    /// <summary>Bound of the loss for negative advantages, as a multiple of them (dual clip, arXiv 1912.09729); null: none.</summary>
    public double? DualClip { get; set; }

    /// <summary>Weight of the KL penalty to the policy at the end of the warm-up; 0: none.</summary>
    public double Beta { get; set; }

    /// <summary>Updates a batch of rollouts is used for.</summary>
    public int Iterations { get; set; } = 1;

    /// <summary>Whether completions cut off by max_tokens give no gradient.</summary>
    public bool MaskTruncated { get; set; }

    /// <summary>Sequences a forward pass; the gradient is that of the whole batch.</summary>
    public int MicroBatch { get; set; } = 256;

    internal void Validate()
    {
        RecipeFile.Require(Prompts >= 1, "grpo.prompts: must be at least 1");
        RecipeFile.Require(GroupSize >= 2, "grpo.group_size: must be at least 2, or no member differs from its group");
        RecipeFile.Require(LearningRate > 0, "grpo.learning_rate: must be above 0");
        RecipeFile.Require(Temperature > 0, "grpo.temperature: must be above 0");
        RecipeFile.Require(EpsilonLow is > 0 and < 1, "grpo.epsilon_low: must lie between 0 and 1");
        RecipeFile.Require(EpsilonHigh > 0, "grpo.epsilon_high: must be above 0");
        RecipeFile.Require(DualClip is null or > 1, "grpo.dual_clip: must be above 1");
        RecipeFile.Require(Beta >= 0, "grpo.beta: must be at least 0");
        RecipeFile.Require(Iterations >= 1, "grpo.iterations: must be at least 1");
        RecipeFile.Require(MicroBatch >= 1, "grpo.micro_batch: must be at least 1");
    }
}

/// <summary>What advantages are divided by.</summary>
public enum RewardScale
{
    /// <summary>The standard deviation of the group.</summary>
    Group,

    /// <summary>The standard deviation of the whole batch.</summary>
    Batch,

    /// <summary>Nothing (Dr. GRPO, arXiv 2503.20783): very easy and very hard prompts are not favoured.</summary>
    None,
}

/// <summary>How token losses become one number.</summary>
public enum Aggregation
{
    /// <summary>The mean over a sequence's tokens, then over sequences (as published; favours short wrong answers).</summary>
    Grpo,

    /// <summary>The mean over the tokens of a forward pass (a micro-batch), then over forward passes by their sequences.</summary>
    Bnpo,

    /// <summary>The mean over all tokens of the step's batch.</summary>
    Dapo,

    /// <summary>The sum over tokens, over sequences times the longest a completion may be.</summary>
    DrGrpo,
}

/// <summary>Whose probabilities form the importance ratio.</summary>
public enum ImportanceSampling
{
    /// <summary>Each token its own.</summary>
    Token,

    /// <summary>The sequence's, as the geometric mean of its tokens' ratios.</summary>
    Sequence,
}
