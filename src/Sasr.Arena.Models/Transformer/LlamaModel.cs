using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Sasr.Arena.Models.Transformer;

/// <summary>Embedding, decoder layers and the last norm; its fields have the names of Hugging Face's weights.</summary>
internal sealed class LlamaModel : nn.Module<Tensor, AttentionContext, Tensor>
{
    private readonly Embedding embed_tokens;
    private readonly ModuleList<DecoderLayer> layers;
    private readonly RmsNorm norm;

    public LlamaModel(LlamaConfig config)
        : base(nameof(LlamaModel))
    {
        embed_tokens = Embedding(config.VocabSize, config.HiddenSize);
        layers = ModuleList([.. Enumerable.Range(0, config.NumHiddenLayers).Select(layer => new DecoderLayer(config, layer))]);
        norm = new RmsNorm(config.HiddenSize, config.RmsNormEps);
        RegisterComponents();
    }

    /// <summary>[vocabulary, hidden]; the output projection too where the two are tied.</summary>
    public Parameter EmbeddingWeight => embed_tokens.weight!;

    public override Tensor forward(Tensor ids, AttentionContext context)
    {
        Tensor hidden = embed_tokens.forward(ids);
        foreach (DecoderLayer layer in layers)
            hidden = layer.forward(hidden, context);
        return norm.forward(hidden);
    }
}
