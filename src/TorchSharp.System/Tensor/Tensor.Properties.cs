using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        private const int UsualDimensions = 8;

        /// <summary>The size of each dimension.</summary>
        public long[] shape => Describe(sizes: true);

        /// <summary>The size of one dimension; a negative one counts from the end.</summary>
        public long size(int dim)
        {
            var sizes = shape;
            var index = dim < 0 ? dim + sizes.Length : dim;
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(dim));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, sizes.Length, nameof(dim));
            return sizes[index];
        }

        /// <summary>The size of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The number of elements.</summary>
        public long numel() => Read(NativeMethods.ts_tensor_numel(Handle));

        /// <summary>The bytes of one element.</summary>
        public long ElementSize => Read(NativeMethods.ts_tensor_element_size(Handle));

        /// <summary>The elements' type.</summary>
        public ScalarType dtype => (ScalarType)Read(NativeMethods.ts_tensor_dtype(Handle));

        /// <summary>Where the elements are.</summary>
        public Device device
        {
            get
            {
                int type, index;
                NativeMethods.ts_tensor_device(Handle, &type, &index);
                GC.KeepAlive(this);
                return type == (int)DeviceType.CPU ? CPU : new Device((DeviceType)type, index);
            }
        }

        /// <summary>Whether the elements lie in memory in the order of the indices, without gaps.</summary>
        public bool is_contiguous() => Read(NativeMethods.ts_tensor_contiguous(Handle)) != 0;

        internal long[] Strides => Describe(sizes: false);

        internal int Rank => Read(NativeMethods.ts_tensor_shape(Handle, null, null, 0));

        internal bool IsOnCpu
        {
            get
            {
                int type, index;
                NativeMethods.ts_tensor_device(Handle, &type, &index);
                GC.KeepAlive(this);
                return type == (int)DeviceType.CPU;
            }
        }

        private long[] Describe(bool sizes)
        {
            var buffer = stackalloc long[UsualDimensions];
            var count = NativeMethods.ts_tensor_shape(Handle, sizes ? buffer : null, sizes ? null : buffer, UsualDimensions);
            var result = new long[count];
            if (count <= UsualDimensions)
            {
                new ReadOnlySpan<long>(buffer, count).CopyTo(result);
            }
            else
            {
                fixed (long* all = result)
                    _ = NativeMethods.ts_tensor_shape(Handle, sizes ? all : null, sizes ? null : all, count);
            }

            GC.KeepAlive(this);
            return result;
        }

        // The argument was read from the native tensor; the garbage collector must not have finalized this one before.
        private T Read<T>(T value)
        {
            GC.KeepAlive(this);
            return value;
        }
    }
}
