namespace TorchSharp.Modules;

/// <summary>The settings of a group; what is null is taken from the optimizer.</summary>
public class OptimizerOptions
{
    public OptimizerOptions()
    {
    }

    public double InitialLearningRate { get; set; }

    public double? LearningRate { get; set; }

    /// <summary>Takes over another group's settings.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }
}
