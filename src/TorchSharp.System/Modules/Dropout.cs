using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>In training, zeroes elements with a probability and scales the others up for it.</summary>
public sealed class Dropout : nn.Module<Tensor, Tensor>
{
    private readonly double _probability;
    private readonly bool _inplace;

    internal Dropout(double probability, bool inplace)
        : base(nameof(Dropout))
    {
        _probability = probability;
        _inplace = inplace;
    }

    public override Tensor forward(Tensor input) => nn.functional.dropout(input, _probability, training, _inplace);
}
