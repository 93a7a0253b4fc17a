using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The same memory in another shape; one size may be -1, which is then what is left.</summary>
        public Tensor view(params long[] shape) => Aten.View.Call(this, shape);

        /// <summary>The same elements in another shape, copied only where they must be.</summary>
        public Tensor reshape(params long[] shape) => Aten.Reshape.Call(this, shape);

        /// <summary>The dimensions from <paramref name="start_dim"/> to <paramref name="end_dim"/> as one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.Flatten.Call(this, start_dim, end_dim);

        /// <summary>The same memory with two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.Transpose.Call(this, dim0, dim1);

        /// <summary>The same memory with the dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.Permute.Call(this, permutation);

        /// <summary>The same memory with the dimensions in another order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => Aten.Permute.Call(this, permutation.ToArray());

        /// <summary>The same memory with a dimension of size 1 put in.</summary>
        public Tensor unsqueeze(long dim) => Aten.Unsqueeze.Call(this, dim);

        /// <summary>The same memory without one dimension of size 1, or without all.</summary>
        public Tensor squeeze(long? dim = null) => dim is long one ? Aten.SqueezeDim.Call(this, one) : Aten.Squeeze.Call(this);

        /// <summary>The same memory with dimensions of size 1 repeated; -1 leaves a size as it is.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false)
        {
            fixed (long* values = sizes)
                return Aten.Expand.Call(this, Argument.Pinned(values, sizes.Length), isImplicit);
        }

        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.Expand.Call(this, sizes, isImplicit);

        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(params long[] sizes) => Aten.Expand.Call(this, sizes);

        /// <summary>Each element as often as <paramref name="repeats"/> says; without a dimension, of the flattened tensor.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
            => Aten.RepeatInterleaveTensor.Call(this, repeats, dim, output_size);

        /// <summary>Each element <paramref name="repeats"/> times; without a dimension, of the flattened tensor.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
            => Aten.RepeatInterleaveInt.Call(this, repeats, dim, output_size);

        /// <summary>The same memory from <paramref name="start"/> on, <paramref name="length"/> long, in one dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.Narrow.Call(this, dim, start, length);

        /// <summary>The tensor in parts along a dimension, the last one perhaps smaller.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.Chunk.CallList(this, chunks, dim);
    }
}
