using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>
        /// The memory of a contiguous tensor on the CPU, not a copy. It is valid as long as the tensor is.
        /// </summary>
        /// <exception cref="ArgumentException">The tensor has more than int.MaxValue bytes, or the assigned length differs.</exception>
        /// <exception cref="NotImplementedException">The tensor is not contiguous (the type that TorchSharp throws here).</exception>
        /// <exception cref="InvalidOperationException">The tensor is not on the CPU.</exception>
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                    throw new NotImplementedException("bytes of a non-contiguous tensor.");
                var length = numel() * ElementSize;
                if (length > int.MaxValue)
                    throw new ArgumentException("Span only supports up to int.MaxValue elements.");
                return new Span<byte>(DataPointer, (int)length);
            }

            set
            {
                var target = bytes;
                if (target.Length != value.Length)
                    throw new ArgumentException($"The tensor has {target.Length} bytes, not {value.Length}.");
                value.CopyTo(target);
            }
        }

        /// <summary>The elements of a tensor on the CPU as .NET values of exactly its element type.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the .NET type of <see cref="dtype"/>.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not on the CPU.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            ThrowIfNot<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The element of a tensor on the CPU that has only one.</summary>
        /// <exception cref="ArgumentException">
        /// The tensor has another number of elements, or <typeparamref name="T"/> is not the .NET type of <see cref="dtype"/>.
        /// </exception>
        /// <exception cref="InvalidOperationException">The tensor is not on the CPU.</exception>
        public T item<T>() where T : unmanaged
        {
            if (numel() != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            ThrowIfNot<T>();
            return Read(*(T*)DataPointer);
        }

        /// <summary>Fills a tensor of any size, on any device, from a stream.</summary>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            if (IsOnCpu && is_contiguous())
            {
                var position = DataPointer;
                for (var left = numel() * ElementSize; left > 0;)
                {
                    var part = new Span<byte>(position, (int)Math.Min(left, Math.Max(bufferSize, 1)));
                    stream.ReadExactly(part);
                    position += part.Length;
                    left -= part.Length;
                }

                GC.KeepAlive(this);
                return;
            }

            using var onCpu = torch.empty(shape, dtype);
            onCpu.ReadBytesFromStream(stream, bufferSize);
            CopyWithoutGradient(onCpu);
        }

        /// <summary>Writes a tensor of any size, on any device, to a stream.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var detached = Aten.Detach.Call(this);
            using var onCpu = detached.cpu();
            using var source = onCpu.contiguous();
            var position = source.DataPointer;
            for (var left = source.numel() * source.ElementSize; left > 0;)
            {
                var part = new ReadOnlySpan<byte>(position, (int)Math.Min(left, Math.Max(bufferSize, 1)));
                stream.Write(part);
                position += part.Length;
                left -= part.Length;
            }
        }

        internal byte* DataPointer
        {
            get
            {
                if (!IsOnCpu)
                    throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Copy the tensor to the CPU first.");
                NativeError.Check(NativeMethods.ts_tensor_data(Handle, out var data));
                GC.KeepAlive(this);
                return (byte*)data;
            }
        }

        /// <summary>The one element of a tensor on any device, converted to a double or a long.</summary>
        internal Scalar ReadScalar()
        {
            var buffer = stackalloc byte[16];
            NativeError.Check(NativeMethods.ts_tensor_item(Handle, buffer));
            GC.KeepAlive(this);
            return dtype switch
            {
                ScalarType.Byte => *buffer,
                ScalarType.Int8 => *(sbyte*)buffer,
                ScalarType.Int16 => *(short*)buffer,
                ScalarType.Int32 => *(int*)buffer,
                ScalarType.Int64 => *(long*)buffer,
                ScalarType.Float16 => (double)*(Half*)buffer,
                ScalarType.BFloat16 => BitConverter.Int32BitsToSingle(*(ushort*)buffer << 16),
                ScalarType.Float32 => *(float*)buffer,
                ScalarType.Float64 => *(double*)buffer,
                ScalarType.Bool => *(bool*)buffer,
                var other => throw new NotSupportedException($"An element of type {other}."),
            };
        }

        private void CopyWithoutGradient(Tensor source)
        {
            using (no_grad())
                Aten.CopyInPlace.Run(this, source);
        }

        private void ThrowIfNot<T>()
        {
            var expected = dtype switch
            {
                ScalarType.Byte => typeof(byte),
                ScalarType.Int8 => typeof(sbyte),
                ScalarType.Int16 => typeof(short),
                ScalarType.Int32 => typeof(int),
                ScalarType.Int64 => typeof(long),
                ScalarType.Float16 => typeof(Half),
                ScalarType.Float32 => typeof(float),
                ScalarType.Float64 => typeof(double),
                ScalarType.Bool => typeof(bool),
                var other => throw new ArgumentException($"No support for {other} in TorchSharp"),
            };
            if (typeof(T) != expected)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }
    }
}
