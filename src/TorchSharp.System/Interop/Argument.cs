using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// One argument of an operator. It holds the managed object, so that a tensor can't be finalized during the call, and is
/// turned into a <see cref="NativeValue"/> on the caller's stack.
/// </summary>
internal readonly unsafe struct Argument
{
    private readonly object? _object;
    private readonly long _bits;
    private readonly ValueKind _kind;
    private readonly int _length;

    private Argument(ValueKind kind, long bits = 0, object? reference = null, int length = 0)
    {
        _object = reference;
        _bits = bits;
        _kind = kind;
        _length = length;
    }

    /// <summary>Python's None.</summary>
    public static Argument None => new(ValueKind.None);

    /// <summary>What the operator's schema says.</summary>
    public static Argument Default => new(ValueKind.Default);

    public static implicit operator Argument(Tensor? tensor)
        => tensor is null ? None : new(ValueKind.Tensor, tensor.Handle, tensor);

    public static implicit operator Argument(long value) => new(ValueKind.Integer, value);

    public static implicit operator Argument(long? value) => value is long some ? some : None;

    public static implicit operator Argument(double value) => new(ValueKind.Number, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static implicit operator Argument(ScalarType type) => new(ValueKind.Integer, (long)type);

    public static implicit operator Argument(ScalarType? type) => type is ScalarType some ? some : None;

    public static implicit operator Argument(Scalar? scalar) => scalar is null ? None : new(scalar.Kind, scalar.Bits);

    public static implicit operator Argument(Device? device)
        => device is null ? None : new(ValueKind.Device, device.index, null, (int)device.type);

    public static implicit operator Argument(Generator? generator)
        => generator is null ? None : new(ValueKind.Generator, generator.Handle, generator);

    public static implicit operator Argument(long[] values) => new(ValueKind.Integers, 0, values, values.Length);

    public static Argument List(IList<Tensor> tensors) => new(ValueKind.Tensors, 0, tensors, tensors.Count);

    public static Argument OptionalList(IList<Tensor?> tensors) => new(ValueKind.OptionalTensors, 0, tensors, tensors.Count);

    /// <summary>Integers that the caller keeps pinned during the call.</summary>
    public static Argument Pinned(long* values, int length) => new(ValueKind.Integers, (long)values, null, length);

    /// <summary>How many words of the call's buffer the argument needs.</summary>
    public int Words => _kind is ValueKind.Integers or ValueKind.Tensors or ValueKind.OptionalTensors && _object is not null ? _length : 0;

    /// <summary>Writes the argument, and its list into <paramref name="buffer"/>; returns where the next list begins.</summary>
    public long* Write(NativeValue* value, long* buffer)
    {
        value->Kind = _kind;
        value->Length = _length;
        value->Bits = _bits;
        if (Words == 0)
            return buffer;

        value->Bits = (long)buffer;
        switch (_object)
        {
            case long[] integers:
                integers.CopyTo(new Span<long>(buffer, _length));
                break;
            case IList<Tensor> tensors:
                for (var i = 0; i < _length; i++)
                    buffer[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
                break;
        }

        return buffer + _length;
    }

    /// <summary>To be called after the native call, so that the garbage collector sees the object in use until then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void KeepAlive() => GC.KeepAlive(_object);
}
