using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Sasr.Arena.Models.Transformer;

/// <summary>A Llama-style decoder: token ids in, logits of the next token out.</summary>
public sealed class LlamaForCausalLM : nn.Module<Tensor, Tensor>
{
    private readonly LlamaModel model;
    private readonly Linear? lm_head;
    private readonly RotaryEmbedding _rotary;

    /// <summary>A decoder with random weights: normal, with standard deviation <see cref="LlamaConfig.InitializerRange"/>.</summary>
    /// <exception cref="InputException">The configuration does not fit together.</exception>
    public LlamaForCausalLM(LlamaConfig config, Device device, Generator generator)
        : base(nameof(LlamaForCausalLM))
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(device);
        config.Validate();
        (Config, Device) = (config, device);
        model = new LlamaModel(config);
        lm_head = config.TieWordEmbeddings ? null : Linear(config.HiddenSize, config.VocabSize, hasBias: false);
        RegisterComponents();
        Initialize(generator);
        this.to(device);
        _rotary = new RotaryEmbedding(config, device);
    }

    /// <summary>The decoder's shape.</summary>
    public LlamaConfig Config { get; }

    /// <summary>Where its weights are.</summary>
    public Device Device { get; }

    /// <summary>Logits of every next token: ids [batch, length] to [batch, length, vocabulary].</summary>
    public override Tensor forward(Tensor ids) => Logits(Hidden(ids));

    /// <summary>The last layer's output for sequences that begin at position 0: ids [batch, length] to [batch, length, hidden].</summary>
    public Tensor Hidden(Tensor ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        (Tensor cos, Tensor sin) = _rotary.Range(ids.shape[1]);
        return model.forward(ids, new AttentionContext(cos, sin, Mask: null, Cache: null));
    }

    /// <summary>The last layer's output for the next columns of sequences whose earlier ones are cached.</summary>
    /// <param name="ids">[batch, length].</param>
    /// <param name="positions">[batch, length], counted within each sequence.</param>
    /// <param name="mask">Added to attention's scores, broadcastable to [batch, heads, length, cached + length].</param>
    /// <param name="cache">Grows by length columns.</param>
    public Tensor Hidden(Tensor ids, Tensor positions, Tensor mask, KeyValueCache cache)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(cache);
        (Tensor cos, Tensor sin) = _rotary.At(positions);
        Tensor hidden = model.forward(ids, new AttentionContext(cos, sin, mask, cache));
        cache.Advance(ids.shape[1]);
        return hidden;
    }

    /// <summary>Logits of the next token: [..., hidden] to [..., vocabulary].</summary>
    public Tensor Logits(Tensor hidden) => lm_head is null
        ? functional.linear(hidden, model.EmbeddingWeight)
        : lm_head.forward(hidden);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _rotary.Dispose();
        base.Dispose(disposing);
    }

    private void Initialize(Generator generator)
    {
        using var _ = no_grad();
        foreach ((string name, Parameter parameter) in named_parameters())
        {
            if (name.EndsWith("bias", StringComparison.Ordinal))
                parameter.zero_();
            else if (parameter.shape.Length == 2)
                init.normal_(parameter, 0, Config.InitializerRange, generator);
        }
    }
}
