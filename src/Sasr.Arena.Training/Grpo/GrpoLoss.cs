using Sasr.Arena.Training.Batches;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training.Grpo;

/// <summary>
/// The clipped surrogate of GRPO (arXiv 2402.03300): each token's loss is -min(ratio A, clip(ratio) A), with an optional
/// KL penalty exp(ref - logp) - (ref - logp) - 1 (k3).
/// </summary>
/// <param name="Loss">Weighted sum over the tokens, a scalar with a gradient.</param>
/// <param name="Clipped">Tokens whose ratio was clipped with an effect, below and above.</param>
/// <param name="Kl">Sum over the tokens of the penalty, before its weight.</param>
internal sealed record GrpoLoss(Tensor Loss, (double Low, double High) Clipped, double Kl)
{
    private const double MaxLogRatio = 20;

    /// <param name="logProbabilities">Of the policy, [tokens], with a gradient.</param>
    /// <param name="old">Of the policy that sampled, [tokens].</param>
    /// <param name="reference">Of the reference policy, [tokens]; null: no penalty.</param>
    /// <param name="advantages">A token, [tokens].</param>
    /// <param name="weights">A token, [tokens]; see <see cref="TokenWeights"/>.</param>
    /// <param name="counts">Tokens of each sequence.</param>
    /// <param name="recipe">The options.</param>
    public static GrpoLoss Of(
        Tensor logProbabilities, Tensor old, Tensor? reference, Tensor advantages, Tensor weights,
        IReadOnlyList<int> counts, GrpoRecipe recipe)
    {
        Tensor logRatio = logProbabilities - old;
        if (recipe.ImportanceSampling == ImportanceSampling.Sequence)
            logRatio = SequenceMean(logRatio, counts);
        Tensor ratio = logRatio.exp();
        Tensor clipped = ratio.clamp(1 - recipe.EpsilonLow, 1 + recipe.EpsilonHigh);
        Tensor tokenLoss = (ratio * advantages).neg().max((clipped * advantages).neg());
        if (recipe.DualClip is { } bound)
        {
            Tensor bounded = (advantages * bound).max(tokenLoss.neg()).neg();
            tokenLoss = where(advantages < 0, bounded, tokenLoss);
        }

        double kl = 0;
        if (reference is not null)
        {
            Tensor difference = (reference - logProbabilities).clamp(-MaxLogRatio, MaxLogRatio);
            Tensor penalty = difference.exp() - difference - 1;
            tokenLoss = tokenLoss + penalty * recipe.Beta;
            kl = penalty.detach().sum().ToSingle();
        }
        return new GrpoLoss((tokenLoss * weights).sum(), Clips(ratio.detach(), advantages, recipe), kl);
    }

    private static (double Low, double High) Clips(Tensor ratio, Tensor advantages, GrpoRecipe recipe)
    {
        Tensor low = (ratio < 1 - recipe.EpsilonLow).to(ScalarType.Float32) * (advantages < 0).to(ScalarType.Float32);
        Tensor high = (ratio > 1 + recipe.EpsilonHigh).to(ScalarType.Float32) * (advantages > 0).to(ScalarType.Float32);
        return (low.sum().ToSingle(), high.sum().ToSingle());
    }

    /// <summary>Every token gets the mean of its sequence, with the gradient of the mean.</summary>
    private static Tensor SequenceMean(Tensor values, IReadOnlyList<int> counts)
    {
        var means = new List<Tensor>(counts.Count);
        long start = 0;
        foreach (int count in counts)
        {
            means.Add(values.narrow(0, start, count).mean().expand(count));
            start += count;
        }
        return cat(means);
    }
}
