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

    /// <summary>Gradients are scaled down to this norm.</summary>
    public double ClipNorm { get; set; } = 1;

    /// <summary>A gradient norm above this, before clipping, stops the run.</summary>
    public double StopNorm { get; set; } = 1_000;
}
