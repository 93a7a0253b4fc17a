using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Transformer;

/// <summary>Rotary position embedding (arXiv 2104.09864) in Hugging Face's layout: the two halves of a head are rotated.</summary>
internal sealed class RotaryEmbedding : IDisposable
{
    private readonly Tensor _cos;
    private readonly Tensor _sin;

    public RotaryEmbedding(LlamaConfig config, Device device)
    {
        int half = config.HeadSize / 2;
        var cos = new float[config.MaxPositionEmbeddings * half];
        var sin = new float[cos.Length];
        for (int position = 0; position < config.MaxPositionEmbeddings; position++)
        {
            for (int i = 0; i < half; i++)
            {
                double angle = position * Math.Pow(config.RopeTheta, -2.0 * i / config.HeadSize);
                cos[position * half + i] = (float)Math.Cos(angle);
                sin[position * half + i] = (float)Math.Sin(angle);
            }
        }
        long[] shape = [config.MaxPositionEmbeddings, 1, half];
        using DisposeScope scope = NewDisposeScope();
        _cos = tensor(cos, shape).to(device).DetachFromDisposeScope();
        _sin = tensor(sin, shape).to(device).DetachFromDisposeScope();
    }

    /// <summary>For positions 0 to length - 1: two tensors of shape [length, 1, head / 2].</summary>
    public (Tensor Cos, Tensor Sin) Range(long length) => (_cos.narrow(0, 0, length), _sin.narrow(0, 0, length));

    /// <summary>For positions [batch, length]: two tensors of shape [batch, length, 1, head / 2].</summary>
    public (Tensor Cos, Tensor Sin) At(Tensor positions)
    {
        Tensor flat = positions.flatten();
        long[] shape = [.. positions.shape, 1, _cos.shape[2]];
        return (_cos.index_select(0, flat).view(shape), _sin.index_select(0, flat).view(shape));
    }

    /// <summary>Rotates heads [batch, length, heads, head].</summary>
    public static Tensor Rotate(Tensor heads, Tensor cos, Tensor sin)
    {
        Tensor[] halves = heads.chunk(2, dim: -1);
        return cat([halves[0] * cos - halves[1] * sin, halves[1] * cos + halves[0] * sin], dim: -1);
    }

    public void Dispose()
    {
        _cos.Dispose();
        _sin.Dispose();
    }
}
