using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Transformer;

/// <summary>Keys and values of all layers for a batch of sequences that grow together, one column a token.</summary>
public sealed class KeyValueCache : IDisposable
{
    private readonly Tensor[] _keys;
    private readonly Tensor[] _values;

    /// <summary>An empty cache for <paramref name="rows"/> sequences of at most <paramref name="capacity"/> tokens.</summary>
    public KeyValueCache(LlamaConfig config, long rows, long capacity, Device device)
    {
        ArgumentNullException.ThrowIfNull(config);
        long[] shape = [rows, config.KeyValueHeads, capacity, config.HeadSize];
        _keys = [.. Enumerable.Range(0, config.NumHiddenLayers).Select(_ => zeros(shape, device: device).DetachFromDisposeScope())];
        _values = [.. Enumerable.Range(0, config.NumHiddenLayers).Select(_ => zeros(shape, device: device).DetachFromDisposeScope())];
    }

    /// <summary>Columns filled by earlier forward passes.</summary>
    public long Length { get; private set; }

    /// <summary>Replaces the rows by the given ones; a row may be given several times.</summary>
    /// <param name="rows">Row numbers, [kept].</param>
    public void Keep(Tensor rows)
    {
        for (int layer = 0; layer < _keys.Length; layer++)
        {
            Replace(ref _keys[layer], rows);
            Replace(ref _values[layer], rows);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor tensor in _keys.Concat(_values))
            tensor.Dispose();
    }

    /// <summary>Writes a layer's new columns; returns all its columns, [rows, key-value heads, columns, head].</summary>
    internal (Tensor Keys, Tensor Values) Append(int layer, Tensor keys, Tensor values)
    {
        long added = keys.shape[2];
        _keys[layer].narrow(2, Length, added).copy_(keys);
        _values[layer].narrow(2, Length, added).copy_(values);
        return (_keys[layer].narrow(2, 0, Length + added), _values[layer].narrow(2, 0, Length + added));
    }

    /// <summary>Counts the columns that all layers have written.</summary>
    internal void Advance(long columns) => Length += columns;

    private static void Replace(ref Tensor tensor, Tensor rows)
    {
        Tensor kept = tensor.index_select(0, rows).DetachFromDisposeScope();
        tensor.Dispose();
        tensor = kept;
    }
}
