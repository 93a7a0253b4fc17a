using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Problems;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Generation;

/// <summary>
/// Draws completions for a batch of prompts with a key-value cache. Prompts are padded on the left, so that all rows
/// write the same column; rows that have finished leave the batch.
/// </summary>
public sealed class Sampler(LlamaForCausalLM model, int endOfSequence)
{
    /// <summary>Finished rows leave the batch when they are at least this share of it: dropping copies the cache.</summary>
    private const double DropShare = 0.25;

    /// <summary>Stands for minus infinity in masks: a row of padding then has no NaN in its softmax.</summary>
    private const float Masked = -1e9f;

    /// <summary>One completion a prompt, in the same order.</summary>
    /// <exception cref="InputException">A prompt is empty or leaves no room within the model's longest sequence.</exception>
    public IReadOnlyList<Completion> Sample(IReadOnlyList<Prompt> prompts, SamplingOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (prompts.Count == 0)
            return [];

        int longest = prompts.Max(prompt => prompt.Tokens.Count);
        int limit = model.Config.MaxPositionEmbeddings;
        if (prompts.Any(prompt => prompt.Tokens.Count == 0))
            throw new InputException("A prompt without tokens cannot be completed.");
        if (longest >= limit)
            throw new InputException($"A prompt of {longest} tokens leaves no room in a model whose longest sequence is {limit} (max_position_embeddings).");
        // A row's room is its own: a long prompt in the batch takes nothing from the others.
        int[] room = [.. prompts.Select(prompt => Math.Min(options.MaxTokens, limit - prompt.Tokens.Count))];

        using var inference = inference_mode();
        using var batch = new SamplingBatch(model, prompts, longest, room, Masked);
        while (batch.Open > 0)
        {
            ct.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            batch.Step(options, endOfSequence);
            if (batch.Finished >= DropShare * batch.Rows)
                batch.Drop();
        }
        return batch.Completions(endOfSequence);
    }
}
