using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Whether operations on the tensor are recorded for <see cref="backward()"/>.</summary>
        public bool requires_grad
        {
            get => Read(NativeMethods.ts_tensor_requires_grad(Handle)) != 0;
            set => requires_grad_(value);
        }

        /// <summary>Sets <see cref="requires_grad"/> and returns the tensor.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            NativeError.Check(NativeMethods.ts_tensor_set_requires_grad(Handle, requires_grad ? 1 : 0));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>
        /// The gradient that has been accumulated, in a new object at each call; null before the first backward pass.
        /// </summary>
        public Tensor? grad
        {
            get
            {
                NativeError.Check(NativeMethods.ts_tensor_grad(Handle, out var gradient));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                NativeError.Check(NativeMethods.ts_tensor_set_grad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        /// <summary>Adds the gradients of this scalar to the <see cref="grad"/> of the leaves it came from.</summary>
        public void backward() => backward(null);

        /// <summary>Adds the gradients of this tensor to the <see cref="grad"/> of the leaves it came from.</summary>
        /// <param name="grad_tensors">The gradient of the outcome with respect to this tensor; a scalar needs none.</param>
        /// <param name="retain_graph">Keep the graph for another pass.</param>
        /// <param name="create_graph">Record this pass, for derivatives of a higher order.</param>
        /// <param name="inputs">The leaves to do it for; null: all.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var self = Handle;
            var gradients = Handles(grad_tensors);
            var leaves = Handles(inputs);
            fixed (nint* gradientHandles = gradients, leafHandles = leaves)
            {
                NativeError.Check(NativeMethods.ts_backward(
                    &self, 1, gradientHandles, gradients.Length, leafHandles, leaves.Length,
                    retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0));
            }

            GC.KeepAlive(this);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        /// <summary>The native tensors of a list; 0 for null. The list must be kept alive as long as they are used.</summary>
        internal static nint[] Handles(IList<Tensor>? tensors)
        {
            if (tensors is null || tensors.Count == 0)
                return [];
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
            return handles;
        }
    }
}
