using Sasr.Arena.Problems;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Generation;

/// <summary>Draws one token a row by inverting the distribution function at a uniform number of the row's own stream.</summary>
internal static class TokenSampler
{
    /// <summary>Tokens and the logarithms of their probabilities, both [rows].</summary>
    /// <param name="logits">[rows, vocabulary].</param>
    /// <param name="streams">One a row.</param>
    /// <param name="options">Temperature and cut-offs.</param>
    public static (Tensor Tokens, Tensor LogProbabilities) Draw(Tensor logits, IReadOnlyList<Rng> streams, SamplingOptions options)
    {
        if (options.Temperature == 0)
            return Greedy(logits);

        Tensor logProbabilities = Truncate(logits / options.Temperature, options).log_softmax(-1);
        Tensor distribution = logProbabilities.to(ScalarType.Float64).exp().cumsum(-1);
        double[] uniforms = [.. streams.Select(stream => stream.Uniform())];
        Tensor total = distribution.narrow(-1, distribution.shape[^1] - 1, 1);
        Tensor thresholds = frombuffer(uniforms, ScalarType.Float64).to(logits.device).unsqueeze(-1) * total;
        // The first token whose cumulative probability lies above the threshold; one of probability 0 never does.
        Tensor tokens = (distribution > thresholds).to(ScalarType.Int64).argmax(-1);
        return (tokens, logProbabilities.gather(-1, tokens.unsqueeze(-1)).squeeze(-1));
    }

    private static (Tensor Tokens, Tensor LogProbabilities) Greedy(Tensor logits)
    {
        Tensor tokens = logits.argmax(-1);
        return (tokens, logits.log_softmax(-1).gather(-1, tokens.unsqueeze(-1)).squeeze(-1));
    }

    private static Tensor Truncate(Tensor logits, SamplingOptions options)
    {
        if (options.TopK > 0 && options.TopK < logits.shape[^1])
        {
            Tensor least = logits.topk(options.TopK, -1).values.narrow(-1, options.TopK - 1, 1);
            logits = logits.masked_fill(logits < least, float.NegativeInfinity);
        }
        if (options.TopP < 1)
        {
            (Tensor sorted, _) = logits.sort(-1, descending: true);
            Tensor probabilities = sorted.softmax(-1);
            Tensor before = probabilities.cumsum(-1) - probabilities;
            Tensor least = sorted.masked_fill(before > options.TopP, float.PositiveInfinity).neg().max(-1, true).values.neg();
            logits = logits.masked_fill(logits < least, float.NegativeInfinity);
        }
        return logits;
    }
}
