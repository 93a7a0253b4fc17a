namespace TorchSharp.Tests;

/// <summary>A tensor's elements for assertions, and tensors from doubles.</summary>
internal static class Values
{
    /// <summary>The elements in the order of the indices, whatever the type and the strides.</summary>
    public static double[] Of(torch.Tensor tensor)
    {
        using var doubles = tensor.detach().to(ScalarType.Float64).contiguous();
        return doubles.data<double>().ToArray();
    }

    public static long[] Integers(torch.Tensor tensor) => Of(tensor).Select(value => (long)value).ToArray();

    public static bool[] Flags(torch.Tensor tensor) => Of(tensor).Select(value => value != 0).ToArray();

    /// <summary>A Float64 tensor with exactly these elements.</summary>
    public static torch.Tensor Double(double[] values, params long[] shape)
    {
        var tensor = zeros(shape, ScalarType.Float64);
        tensor.data<double>().CopyFrom(values);
        return tensor;
    }
}
