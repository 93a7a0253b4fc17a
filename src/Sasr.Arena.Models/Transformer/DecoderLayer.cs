using static TorchSharp.torch;

namespace Sasr.Arena.Models.Transformer;

/// <summary>Attention and SwiGLU, each behind a norm and beside a residual.</summary>
internal sealed class DecoderLayer : nn.Module<Tensor, AttentionContext, Tensor>
{
    private readonly RmsNorm input_layernorm;
    private readonly Attention self_attn;
    private readonly RmsNorm post_attention_layernorm;
    private readonly SwiGlu mlp;

    public DecoderLayer(LlamaConfig config, int layer)
        : base(nameof(DecoderLayer))
    {
        input_layernorm = new RmsNorm(config.HiddenSize, config.RmsNormEps);
        self_attn = new Attention(config, layer);
        post_attention_layernorm = new RmsNorm(config.HiddenSize, config.RmsNormEps);
        mlp = new SwiGlu(config);
        RegisterComponents();
    }

    public override Tensor forward(Tensor hidden, AttentionContext context)
    {
        Tensor attended = hidden + self_attn.forward(input_layernorm.forward(hidden), context);
        return attended + mlp.forward(post_attention_layernorm.forward(attended));
    }
}
