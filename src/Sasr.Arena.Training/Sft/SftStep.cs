using Sasr.Arena.Models.Policies;
using Sasr.Arena.Training.Batches;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training.Sft;

/// <summary>One step on worked solutions: the mean negative log-likelihood of the tokens that the oracle wrote.</summary>
internal sealed class SftStep(Policy policy, StepOptimizer optimizer)
{
    /// <summary>Takes the step; the metrics are named as users of SFT and GRPO trainers expect.</summary>
    public Dictionary<string, double> Run(IReadOnlyList<TrainingSequence> sequences, double learningRate)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.ZeroGradients();
        TokenBatch batch = TokenBatch.Pack(sequences, policy.Model.Device);
        TokenScores scores = TokenScores.Of(policy.Model, batch);
        Tensor loss = scores.LogProbabilities.mean().neg();
        loss.backward();
        double norm = optimizer.Step(learningRate);
        return new Dictionary<string, double>
        {
            ["sft/loss"] = loss.ToSingle(),
            ["sft/grad_norm"] = norm,
            ["entropy"] = scores.Entropy.mean().ToSingle(),
            ["grad_norm"] = norm,
            ["learning_rate"] = learningRate,
        };
    }

    /// <summary>Mean negative log-likelihood of demonstrations, in nats a token, without training on them.</summary>
    public double Loss(IReadOnlyList<TrainingSequence> sequences)
    {
        using DisposeScope scope = NewDisposeScope();
        using var _ = no_grad();
        return TokenScores.Of(policy.Model, TokenBatch.Pack(sequences, policy.Model.Device)).LogProbabilities.mean().neg().ToSingle();
    }
}
