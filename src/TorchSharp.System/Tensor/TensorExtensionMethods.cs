using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    /// <summary>The one element of a tensor of any type, on any device.</summary>
    public static float ToSingle(this Tensor value) => (float)value.ReadScalar().ToDouble();

    /// <summary>The one element of a tensor of any type, on any device; a fraction is cut off.</summary>
    public static long ToInt64(this Tensor value) => value.ReadScalar().ToInt64();

    /// <summary>The tensor as a parameter; the argument becomes invalid.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);
}
