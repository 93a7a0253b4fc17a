namespace Sasr.Arena.Training.Recipes;

/// <summary>AdamW (arXiv 1711.05101).</summary>
public sealed class OptimizerRecipe
{
    /// <summary>Decay of the first moment.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Decay of the second moment.</summary>
    public double Beta2 { get; set; } = 0.95;

    /// <summary>Added to the denominator.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Decoupled weight decay; norms' weights are not decayed.</summary>
    public double WeightDecay { get; set; } = 0.1;

    /// <summary>How the learning rates of both kinds of step fall over the budget.</summary>
    public LearningRateDecay Decay { get; set; } = LearningRateDecay.None;

    /// <summary>Gradients are scaled down to this norm.</summary>
    public double ClipNorm { get; set; } = 1;

    /// <summary>A gradient norm above this, before clipping, stops the run.</summary>
    public double StopNorm { get; set; } = 1_000;

    /// <summary>What learning rates are multiplied by.</summary>
    /// <param name="budgetSpent">Share of the budget that is spent, in [0, 1].</param>
    public double DecayAt(double budgetSpent) => Decay switch
    {
        LearningRateDecay.Linear => 1 - budgetSpent,
        LearningRateDecay.Cosine => (1 + Math.Cos(Math.PI * budgetSpent)) / 2,
        _ => 1,
    };
}

/// <summary>How learning rates fall over the budget.</summary>
public enum LearningRateDecay
{
    /// <summary>They stay.</summary>
    None,

    /// <summary>In a straight line to 0.</summary>
    Linear,

    /// <summary>As half a cosine to 0: slowly at first and at last.</summary>
    Cosine,
}
