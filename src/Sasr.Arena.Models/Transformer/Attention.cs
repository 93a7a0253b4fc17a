using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Sasr.Arena.Models.Transformer;

/// <summary>What a forward pass gives every layer's attention.</summary>
/// <param name="Cos">Of the rotary angles, broadcastable to [batch, length, heads, head / 2].</param>
/// <param name="Sin">Likewise.</param>
/// <param name="Mask">Added to the scores, broadcastable to [batch, heads, length, columns]; null: causal.</param>
/// <param name="Cache">Earlier keys and values; null: there are none.</param>
internal sealed record AttentionContext(Tensor Cos, Tensor Sin, Tensor? Mask, KeyValueCache? Cache);

/// <summary>Grouped-query self-attention (arXiv 2305.13245) with rotary positions.</summary>
internal sealed class Attention : nn.Module<Tensor, AttentionContext, Tensor>
{
    private readonly Linear q_proj;
    private readonly Linear k_proj;
    private readonly Linear v_proj;
    private readonly Linear o_proj;
    private readonly int _layer;
    private readonly int _heads;
    private readonly int _keyValueHeads;
    private readonly int _headSize;

    public Attention(LlamaConfig config, int layer)
        : base(nameof(Attention))
    {
        (_layer, _heads, _keyValueHeads, _headSize) = (layer, config.NumAttentionHeads, config.KeyValueHeads, config.HeadSize);
        bool inputBias = config.AttentionBias || config.ModelType == "qwen2";
        q_proj = Linear(config.HiddenSize, _heads * _headSize, hasBias: inputBias);
        k_proj = Linear(config.HiddenSize, _keyValueHeads * _headSize, hasBias: inputBias);
        v_proj = Linear(config.HiddenSize, _keyValueHeads * _headSize, hasBias: inputBias);
        o_proj = Linear(_heads * _headSize, config.HiddenSize, hasBias: config.AttentionBias);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input, AttentionContext context)
    {
        long batch = input.shape[0], length = input.shape[1];
        Tensor queries = RotaryEmbedding.Rotate(Heads(q_proj, _heads), context.Cos, context.Sin).transpose(1, 2);
        Tensor keys = RotaryEmbedding.Rotate(Heads(k_proj, _keyValueHeads), context.Cos, context.Sin).transpose(1, 2);
        Tensor values = Heads(v_proj, _keyValueHeads).transpose(1, 2);
        if (context.Cache is not null)
            (keys, values) = context.Cache.Append(_layer, keys, values);

        Tensor attended = length == 1 && context.Cache is not null
            ? AttendOne(queries, keys, values, context.Mask)
            : AttendAll(queries, keys, values, context.Mask);
        return o_proj.forward(attended.transpose(1, 2).reshape(batch, length, _heads * _headSize));

        Tensor Heads(Linear projection, int heads) => projection.forward(input).view(batch, length, heads, _headSize);
    }

    /// <summary>All queries of a sequence; a matrix product a head.</summary>
    private Tensor AttendAll(Tensor queries, Tensor keys, Tensor values, Tensor? mask)
    {
        if (_heads != _keyValueHeads)
        {
            keys = keys.repeat_interleave(_heads / _keyValueHeads, dim: 1);
            values = values.repeat_interleave(_heads / _keyValueHeads, dim: 1);
        }
        return functional.scaled_dot_product_attention(queries, keys, values, mask, is_casual: mask is null);
    }

    /// <summary>
    /// One query a sequence. Multiplying and summing is several times faster on a CPU than as many
    /// products of one-row matrices as there are heads.
    /// </summary>
    private Tensor AttendOne(Tensor queries, Tensor keys, Tensor values, Tensor? mask)
    {
        long batch = queries.shape[0], columns = keys.shape[2];
        Tensor grouped = queries.reshape(batch, _keyValueHeads, _heads / _keyValueHeads, 1, _headSize);
        Tensor scores = (grouped * keys.unsqueeze(2)).sum(-1).mul_(1 / Math.Sqrt(_headSize));
        if (mask is not null)
            scores.add_(mask);
        Tensor weights = scores.softmax(-1).view(batch, _keyValueHeads, _heads / _keyValueHeads, columns, 1);
        return (weights * values.unsqueeze(2)).sum(-2).view(batch, _heads, 1, _headSize);
    }
}
