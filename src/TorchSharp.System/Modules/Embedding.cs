using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The rows of a table that the input's numbers name.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long _paddingIndex;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleGradByFreq;
    private readonly bool _sparse;
    private Parameter? _weight;

    internal Embedding(Parameter weight, long paddingIndex, double? maxNorm, double normType, bool scaleGradByFreq, bool sparse)
        : base(nameof(Embedding))
    {
        _paddingIndex = paddingIndex;
        _maxNorm = maxNorm;
        _normType = normType;
        _scaleGradByFreq = scaleGradByFreq;
        _sparse = sparse;
        RegistersItself();
        this.weight = weight;
    }

    public Parameter? weight
    {
        get => _weight;
        set => Assign(nameof(weight), _weight = value);
    }

    public override Tensor forward(Tensor input)
    {
        if (_maxNorm is double maxNorm)
        {
            using (no_grad())
                Aten.EmbeddingRenormInPlace.Run(_weight, input, maxNorm, _normType);
        }

        return Aten.Embedding.Call(_weight, input, _paddingIndex, _scaleGradByFreq, _sparse);
    }
}
