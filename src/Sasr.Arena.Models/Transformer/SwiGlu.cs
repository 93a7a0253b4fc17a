using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Sasr.Arena.Models.Transformer;

/// <summary>down(silu(gate(x)) * up(x)) (arXiv 2002.05202).</summary>
internal sealed class SwiGlu : nn.Module<Tensor, Tensor>
{
    private readonly Linear gate_proj;
    private readonly Linear up_proj;
    private readonly Linear down_proj;

    public SwiGlu(LlamaConfig config)
        : base(nameof(SwiGlu))
    {
        gate_proj = Linear(config.HiddenSize, config.IntermediateSize, hasBias: false);
        up_proj = Linear(config.HiddenSize, config.IntermediateSize, hasBias: false);
        down_proj = Linear(config.IntermediateSize, config.HiddenSize, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) =>
        down_proj.forward(functional.silu(gate_proj.forward(input)) * up_proj.forward(input));
}
