using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Numbers, slices, new dimensions, an ellipsis and tensors, as Python's indexing takes them.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => Indexing.Get(this, indices);
            set => Indexing.Set(this, indices, value);
        }

        /// <summary>The elements that index tensors select, one tensor a dimension.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => Aten.Index.Call(this, Argument.OptionalList(indices));
            set => index_put_(value, indices);
        }

        public Tensor this[long i1]
        {
            get => Aten.Select.Call(this, 0, i1);
            set => this[TensorIndex.At(i1)] = value;
        }

        public Tensor this[long i1, long i2]
        {
            get => this[TensorIndex.At(i1), TensorIndex.At(i2)];
            set => this[TensorIndex.At(i1), TensorIndex.At(i2)] = value;
        }

        public Tensor this[params long[] indices]
        {
            get => this[Array.ConvertAll(indices, TensorIndex.At)];
            set => this[Array.ConvertAll(indices, TensorIndex.At)] = value;
        }

        /// <summary>Writes <paramref name="value"/> to what the indices select.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            Indexing.Set(this, indices, value);
            return this;
        }

        /// <summary>Writes, or adds, <paramref name="value"/> to what the indices select.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            Indexing.Set(this, indices, value, accumulate);
            return this;
        }

        /// <summary>Writes <paramref name="value"/> to the elements that index tensors select.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>Writes, or adds, <paramref name="value"/> to the elements that index tensors select.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            Aten.IndexPutInPlace.Run(this, Argument.OptionalList(indices), value, accumulate);
            return this;
        }

        /// <summary>Writes a number to what the indices select.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var tensor = Indexing.Filled(this, value);
            return index_put_(tensor, indices);
        }

        /// <summary>Writes a number to the elements that index tensors select.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var tensor = Indexing.Filled(this, value);
            return index_put_(tensor, indices, false);
        }

        /// <summary>The entries of a dimension that <paramref name="index"/> names.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.IndexSelect.Call(this, dim, index);

        /// <summary>Copies the entries of <paramref name="source"/> to where <paramref name="index"/> says.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            Aten.IndexCopyInPlace.Run(this, dim, index, source);
            return this;
        }

        /// <summary>For each entry of <paramref name="index"/>, the element at that place of the dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.Gather.Call(this, dim, index);

        /// <summary>Writes each element of <paramref name="src"/> to where <paramref name="index"/> says.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            Aten.ScatterInPlace.Run(this, dim, index, src);
            return this;
        }

        /// <summary>A number where the mask is true, the elements elsewhere.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.MaskedFill.Call(this, mask, value);

        /// <summary>Copies another tensor's elements, converted and broadcast, into this one.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Aten.CopyInPlace.Run(this, source, nonBlocking);
            return this;
        }

        /// <summary>Fills the tensor with zeros.</summary>
        public Tensor zero_()
        {
            Aten.ZeroInPlace.Run(this);
            return this;
        }
    }
}
