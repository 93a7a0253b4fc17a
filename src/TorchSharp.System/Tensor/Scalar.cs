using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of a known type, as an argument of an operator.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ScalarType type, ValueKind kind, long bits)
    {
        Type = type;
        Kind = kind;
        Bits = bits;
    }

    public ScalarType Type { get; }

    internal ValueKind Kind { get; }

    internal long Bits { get; }

    public static implicit operator Scalar(byte value) => Integer(ScalarType.Byte, value);

    public static implicit operator Scalar(sbyte value) => Integer(ScalarType.Int8, value);

    public static implicit operator Scalar(short value) => Integer(ScalarType.Int16, value);

    public static implicit operator Scalar(int value) => Integer(ScalarType.Int32, value);

    public static implicit operator Scalar(long value) => Integer(ScalarType.Int64, value);

    public static implicit operator Scalar(Half value) => Number(ScalarType.Float16, (double)value);

    public static implicit operator Scalar(float value) => Number(ScalarType.Float32, value);

    public static implicit operator Scalar(double value) => Number(ScalarType.Float64, value);

    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, ValueKind.Boolean, value ? 1 : 0);

    /// <summary>Nothing to give up: TorchSharp's own scalar has a native object.</summary>
    public void Dispose()
    {
    }

    internal double ToDouble() => Kind == ValueKind.Number ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long ToInt64() => Kind == ValueKind.Number ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;

    private static Scalar Integer(ScalarType type, long value) => new(type, ValueKind.Integer, value);

    private static Scalar Number(ScalarType type, double value)
        => new(type, ValueKind.Number, BitConverter.DoubleToInt64Bits(value));
}
