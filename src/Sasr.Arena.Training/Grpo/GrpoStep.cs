using Sasr.Arena.Models.Policies;
using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Training.Batches;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training.Grpo;

/// <summary>One GRPO step: the policy learns from how its own completions did within their groups.</summary>
internal sealed class GrpoStep(Policy policy, StepOptimizer optimizer, GrpoRecipe recipe, int maxTokens)
{
    /// <summary>Takes the step; where no group had any spread, there is nothing to learn and the weights stay.</summary>
    /// <param name="rollouts">The step's episodes.</param>
    /// <param name="reference">The policy that the KL penalty holds on to; null where beta is 0.</param>
    /// <param name="learningRate">Of this step.</param>
    public Dictionary<string, double> Run(RolloutBatch rollouts, LlamaForCausalLM? reference, double learningRate)
    {
        Dictionary<string, double> metrics = rollouts.Metrics();
        metrics["learning_rate"] = learningRate;
        if (rollouts.Trained.Count == 0)
            return metrics;

        int sequences = rollouts.Trained.Count;
        long tokens = rollouts.Trained.Sum(pair => (long)pair.Sequence.WrittenCount);
        (TrainingSequence Sequence, float Advantage)[][] chunks = [.. rollouts.Trained.Chunk(recipe.MicroBatch)];
        var old = new Tensor?[chunks.Length];
        using DisposeScope outer = NewDisposeScope();
        for (int iteration = 0; iteration < recipe.Iterations; iteration++)
        {
            double loss = 0, kl = 0, entropy = 0, low = 0, high = 0;
            optimizer.ZeroGradients();
            for (int i = 0; i < chunks.Length; i++)
            {
                using DisposeScope scope = NewDisposeScope();
                TokenBatch batch = TokenBatch.Pack([.. chunks[i].Select(pair => pair.Sequence)], policy.Model.Device);
                TokenScores scores = TokenScores.Of(policy.Model, batch, recipe.Temperature);
                old[i] ??= scope.MoveToOuter(scores.LogProbabilities.detach());
                GrpoLoss result = GrpoLoss.Of(
                    scores.LogProbabilities,
                    old[i]!,
                    reference is null ? null : ReferenceScores(reference, batch),
                    batch.Spread([.. chunks[i].Select(pair => pair.Advantage)]),
                    batch.Spread(TokenWeights.Of(recipe.Aggregation, batch.Counts, sequences, tokens, maxTokens)),
                    batch.Counts,
                    recipe);
                result.Loss.backward();
                loss += result.Loss.ToSingle();
                kl += result.Kl;
                low += result.Clipped.Low;
                high += result.Clipped.High;
                entropy += scores.Entropy.sum().ToSingle();
            }
            metrics["grad_norm"] = optimizer.Step(learningRate);
            metrics["policy_loss"] = loss;
            metrics["kl"] = kl / tokens;
            metrics["entropy"] = entropy / tokens;
            metrics["clip_ratio/low_mean"] = low / tokens;
            metrics["clip_ratio/high_mean"] = high / tokens;
            metrics["clip_ratio/region_mean"] = (low + high) / tokens;
        }
        return metrics;
    }

    private Tensor ReferenceScores(LlamaForCausalLM reference, TokenBatch batch)
    {
        using var _ = no_grad();
        return TokenScores.Of(reference, batch, recipe.Temperature).LogProbabilities;
    }
}
