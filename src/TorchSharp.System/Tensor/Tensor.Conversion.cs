using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor on a device; always a new object, on the same memory where nothing had to change.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The tensor with another element type, on a device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(type, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor with another element type.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(type, null, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device, as in "cuda:0".</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(null, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor with the element type of another, on its device.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => Convert(other.dtype, other.device, false, false, non_blocking);

        /// <summary>The tensor on the CPU.</summary>
        public Tensor cpu() => Convert(null, CPU, false, false, false);

        /// <summary>The tensor on a GPU.</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false)
            => Convert(null, device ?? CUDA, false, false, non_blocking);

        /// <summary>The same memory, outside the graph of gradients.</summary>
        public Tensor detach() => Aten.Detach.Call(this);

        /// <summary>A copy, inside the graph of gradients.</summary>
        public Tensor clone() => Aten.Clone.Call(this);

        /// <summary>The elements in the order of the indices; a copy where they are not so already.</summary>
        public Tensor contiguous() => Aten.Contiguous.Call(this);

        private Tensor Convert(ScalarType? type, Device? device, bool copy, bool disposeAfter, bool nonBlocking)
        {
            var result = Aten.To.Call(this, type, Argument.None, device, Argument.None, nonBlocking, copy);
            if (disposeAfter)
                Dispose();
            return result;
        }
    }
}
