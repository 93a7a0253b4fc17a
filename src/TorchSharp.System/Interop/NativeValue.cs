using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal enum ValueKind
{
    Default = 0,
    None = 1,
    Tensor = 2,
    Integer = 3,
    Number = 4,
    Boolean = 5,
    Integers = 6,
    Tensors = 7,
    OptionalTensors = 8,
    Device = 9,
    Generator = 10,
}

/// <summary>An argument or a result as it crosses the border; native/abi.h declares the same layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    public ValueKind Kind;
    public int Length;
    public long Bits;
}
