using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Tests.Recipes;

public sealed class OptimizerRecipeTests
{
    [TestCase(LearningRateDecay.None, 0.9, 1)]
    [TestCase(LearningRateDecay.Linear, 0.25, 0.75)]
    [TestCase(LearningRateDecay.Linear, 1, 0)]
    [TestCase(LearningRateDecay.Cosine, 0, 1)]
    [TestCase(LearningRateDecay.Cosine, 1.0 / 3, 0.75)]
    [TestCase(LearningRateDecay.Cosine, 0.5, 0.5)]
    [TestCase(LearningRateDecay.Cosine, 1, 0)]
    public void Learning_rates_fall_over_the_budget(LearningRateDecay decay, double spent, double expected) =>
        Assert.That(new OptimizerRecipe { Decay = decay }.DecayAt(spent), Is.EqualTo(expected).Within(1e-12));
}
