using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Aten.Sum.Call(this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Aten.SumDims.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null)
        {
            fixed (long* values = dim)
                return Aten.SumDims.Call(this, Argument.Pinned(values, dim.Length), keepdim, type);
        }

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null)
            => sum([dim0, dim1, dim2], keepdim, type);

        public Tensor mean() => Aten.Mean.Call(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
            => Aten.MeanDims.Call(this, dimensions, keepdim, type);

        public Tensor max() => Aten.Max.Call(this);

        /// <summary>The larger of the two, element by element.</summary>
        public Tensor max(Tensor other) => Aten.MaxOther.Call(this, other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.MaxDim.CallPair(this, dim, keepdim);

        /// <summary>The place of the largest element of the flattened tensor.</summary>
        public Tensor argmax() => Aten.Argmax.Call(this);

        public Tensor argmax(long dim, bool keepdim = false) => Aten.Argmax.Call(this, dim, keepdim);

        /// <summary>The <paramref name="k"/> largest elements of a dimension, or the smallest.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
            => Aten.Topk.CallPair(this, k, dim, largest, sorted);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
            => Aten.Sort.CallPair(this, stable, dim, descending);

        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.Cumsum.Call(this, dim, type);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.Softmax.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.LogSoftmax.Call(this, dim, dtype);

        public Tensor logsumexp(long dim, bool keepdim = false)
            => Aten.Logsumexp.Call(this, Argument.Pinned(&dim, 1), keepdim);

        /// <summary>Whether any element is not zero.</summary>
        public Tensor any() => Aten.Any.Call(this);

        public Tensor any(long dim, bool keepdim = false) => Aten.AnyDim.Call(this, dim, keepdim);
    }
}
