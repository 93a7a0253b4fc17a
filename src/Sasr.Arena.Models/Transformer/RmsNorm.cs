using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Transformer;

/// <summary>x / sqrt(mean(x²) + eps) * weight, over the last dimension (arXiv 1910.07467).</summary>
internal sealed class RmsNorm : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly double _epsilon;

    public RmsNorm(int size, double epsilon)
        : base(nameof(RmsNorm))
    {
        weight = new Parameter(ones(size));
        _epsilon = epsilon;
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        Tensor meanSquare = (input * input).mean([-1], keepdim: true);
        return input * meanSquare.add_(_epsilon).rsqrt() * weight;
    }
}
