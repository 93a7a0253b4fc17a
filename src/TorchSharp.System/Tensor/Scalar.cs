using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of a known type, as an argument of an operator.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ValueKind kind, long bits)
    {
        Kind = kind;
        Bits = bits;
    }

    /// <summary>libtorch keeps every integer as an Int64 and every fraction as a Float64.</summary>
    public ScalarType Type => Kind switch
    {
        ValueKind.Boolean => ScalarType.Bool,
        ValueKind.Integer => ScalarType.Int64,
        _ => ScalarType.Float64,
    };

    internal ValueKind Kind { get; }

    internal long Bits { get; }

    public static implicit operator Scalar(byte value) => Integer(value);

    public static implicit operator Scalar(sbyte value) => Integer(value);

    public static implicit operator Scalar(short value) => Integer(value);

    public static implicit operator Scalar(int value) => Integer(value);

    public static implicit operator Scalar(long value) => Integer(value);

    public static implicit operator Scalar(Half value) => Number((double)value);

    public static implicit operator Scalar(float value) => Number(value);

    public static implicit operator Scalar(double value) => Number(value);

    public static implicit operator Scalar(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    /// <summary>Nothing to give up: TorchSharp's own scalar has a native object.</summary>
    public void Dispose()
    {
    }

    internal double ToDouble() => Kind == ValueKind.Number ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long ToInt64() => Kind == ValueKind.Number ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;

    private static Scalar Integer(long value) => new(ValueKind.Integer, value);

    private static Scalar Number(double value) => new(ValueKind.Number, BitConverter.DoubleToInt64Bits(value));
}
