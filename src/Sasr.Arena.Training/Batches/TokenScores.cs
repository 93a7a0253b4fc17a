using Sasr.Arena.Models.Transformer;
using static TorchSharp.torch;

namespace Sasr.Arena.Training.Batches;

/// <summary>What the decoder thinks of a batch's tokens; logits are made for trained places only.</summary>
/// <param name="LogProbabilities">Natural logarithms, [tokens], with a gradient where gradients are on.</param>
/// <param name="Entropy">Of each place's distribution in nats, [tokens], without a gradient.</param>
public sealed record TokenScores(Tensor LogProbabilities, Tensor Entropy)
{
    /// <summary>Runs the decoder over the batch.</summary>
    public static TokenScores Of(LlamaForCausalLM model, TokenBatch batch, double temperature = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batch);
        Tensor hidden = model.Hidden(batch.Ids);
        Tensor logits = model.Logits(hidden.view(-1, hidden.shape[2]).index_select(0, batch.Positions));
        Tensor logs = (temperature == 1 ? logits : logits / temperature).log_softmax(-1);
        Tensor chosen = logs.gather(-1, batch.Targets.unsqueeze(-1)).squeeze(-1);
        Tensor detached = logs.detach();
        return new TokenScores(chosen, (detached.exp() * detached).sum(-1).neg());
    }
}
