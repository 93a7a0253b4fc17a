using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensors one after another along a dimension that they have.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.Cat.Call(Argument.List(tensors), dim);

    /// <summary>The tensors one after another along a dimension that they have.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Aten.Cat.Call(Argument.List(tensors), dim);

    /// <summary>The tensors one after another along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
        => Aten.Stack.Call(Argument.List(tensors as IList<Tensor> ?? tensors.ToArray()), dim);

    /// <summary><paramref name="x"/> where the condition holds, <paramref name="y"/> elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Aten.Where.Call(condition, x, y);

    /// <summary>The places where the condition holds, one tensor of indices a dimension.</summary>
    public static Tensor[] where(Tensor condition) => Aten.WhereIndices.CallList(condition);

    /// <summary>The products of each element of one vector with each of another.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => Aten.Outer.Call(input, vec2);

    /// <summary>Draws places of a row with the probabilities that its elements are in proportion to.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null)
        => Aten.Multinomial.Call(input, num_samples, replacement, generator);
}
