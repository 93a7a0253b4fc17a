using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the CPU, in the order of its indices, whatever its strides.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly T* _data;
    private readonly long _count;
    private readonly bool _contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        _tensor = tensor;
        _data = (T*)tensor.DataPointer;
        _count = tensor.numel();
        _contiguous = tensor.is_contiguous();
    }

    public T[] ToArray()
    {
        var array = new T[_count];
        CopyTo(array);
        return array;
    }

    /// <summary>Copies elements from place <paramref name="tensorIndex"/> on, as many as there are and as fit.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var length = Length(target.Length, tensorIndex);
        if (_contiguous)
        {
            new ReadOnlySpan<T>(_data + tensorIndex, length).CopyTo(target);
        }
        else
        {
            var offsets = Offsets(tensorIndex).GetEnumerator();
            for (var i = 0; i < length && offsets.MoveNext(); i++)
                target[i] = _data[offsets.Current];
        }

        GC.KeepAlive(_tensor);
    }

    /// <summary>Overwrites elements from place <paramref name="tensorIndex"/> on, as many as there are and as are given.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0)
        => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var length = Length(source.Length, tensorIndex);
        if (_contiguous)
        {
            source[..length].CopyTo(new Span<T>(_data + tensorIndex, length));
        }
        else
        {
            var offsets = Offsets(tensorIndex).GetEnumerator();
            for (var i = 0; i < length && offsets.MoveNext(); i++)
                _data[offsets.Current] = source[i];
        }

        GC.KeepAlive(_tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var offset in Offsets(0))
            yield return At(offset);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The accessor owns nothing.</summary>
    public void Dispose()
    {
    }

    private T At(long offset)
    {
        var value = _data[offset];
        GC.KeepAlive(_tensor);
        return value;
    }

    private int Length(int room, long first)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        return (int)Math.Min(room, Math.Max(_count - first, 0));
    }

    // Counts the index up like a mileage counter, the last dimension fastest.
    private IEnumerable<long> Offsets(long first)
    {
        var shape = _tensor.shape;
        var strides = _tensor.Strides;
        var index = new long[shape.Length];
        for (long place = first, dim = shape.Length - 1; dim >= 0; dim--)
        {
            index[dim] = place % shape[dim];
            place /= shape[dim];
        }

        for (var i = first; i < _count; i++)
        {
            var offset = 0L;
            for (var dim = 0; dim < shape.Length; dim++)
                offset += index[dim] * strides[dim];
            yield return offset;
            for (var dim = shape.Length - 1; dim >= 0 && ++index[dim] == shape[dim]; dim--)
                index[dim] = 0;
        }
    }
}
