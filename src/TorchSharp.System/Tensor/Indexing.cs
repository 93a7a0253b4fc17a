using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Python's indexing: numbers, slices, None and the ellipsis make a view; index tensors then select from it.</summary>
internal static class Indexing
{
    public static Tensor Get(Tensor self, TensorIndex[] indices)
    {
        var view = View(self, indices, out var tensors);
        if (tensors is null)
            return view;
        using (view)
            return Aten.Index.Call(view, Argument.OptionalList(tensors));
    }

    public static void Set(Tensor self, TensorIndex[] indices, Tensor value, bool accumulate = false)
    {
        using var view = View(self, indices, out var tensors);
        if (tensors is not null)
        {
            Aten.IndexPutInPlace.Run(view, Argument.OptionalList(tensors), value, accumulate);
        }
        else if (accumulate)
        {
            Aten.AddTensorInPlace.Run(view, value);
        }
        else
        {
            using var source = WithoutLeadingOnes(value, view.Rank);
            Aten.CopyInPlace.Run(view, source);
        }
    }

    /// <summary>A tensor of no dimensions with the element type and the device of <paramref name="like"/>.</summary>
    public static Tensor Filled(Tensor like, Scalar value) => torch.full([], value, like.dtype, like.device);

    private static Tensor View(Tensor self, TensorIndex[] indices, out Tensor?[]? tensors)
    {
        var consumed = 0;
        foreach (var index in indices)
            consumed += index.Dimensions;

        List<Tensor?>? selected = null;
        var view = self;
        var dim = 0;
        // A mask is one entry of the list of index tensors, for as many dimensions as it has.
        var masked = 0;
        foreach (var index in indices)
        {
            var next = view;
            switch (index.Kind)
            {
                case TensorIndex.IndexKind.Number:
                    next = Aten.Select.Call(view, dim, index.Number);
                    break;
                case TensorIndex.IndexKind.Slice:
                    if (!index.IsWhole)
                        next = Aten.Slice.Call(view, dim, index.Start, index.Stop, index.Step ?? 1);
                    dim++;
                    break;
                case TensorIndex.IndexKind.None:
                    next = Aten.Unsqueeze.Call(view, dim);
                    dim++;
                    break;
                case TensorIndex.IndexKind.Ellipsis:
                    dim += self.Rank - consumed;
                    break;
                case TensorIndex.IndexKind.Tensor:
                    selected ??= [];
                    while (selected.Count < dim - masked)
                        selected.Add(null);
                    selected.Add(index.Selected);
                    masked += index.Dimensions - 1;
                    dim += index.Dimensions;
                    break;
            }

            if (!ReferenceEquals(next, view) && !ReferenceEquals(view, self))
                view.Dispose();
            view = next;
        }

        tensors = selected?.ToArray();
        // The result must be an object of its own, which the caller disposes.
        return ReferenceEquals(view, self) ? new Tensor(NativeMethods.ts_tensor_share(self.Handle)) : view;
    }

    // As in Python, [1, 1, 3] may be assigned to [3]; copy_ alone takes only fewer dimensions.
    private static Tensor WithoutLeadingOnes(Tensor value, int rank)
    {
        var shape = value.shape;
        var extra = 0;
        while (shape.Length - extra > rank && shape[extra] == 1)
            extra++;
        return extra == 0 ? new Tensor(NativeMethods.ts_tensor_share(value.Handle)) : value.view(shape[extra..]);
    }
}
