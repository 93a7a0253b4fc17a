using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x Wᵀ + b, with W of [outputs, inputs].</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private Parameter _weight = null!;
    private Parameter? _bias;

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        RegistersItself();
        this.weight = weight;
        this.bias = bias;
    }

    public Parameter weight
    {
        get => _weight;
        set => Assign(nameof(weight), _weight = value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => Assign(nameof(bias), _bias = value);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
}
