using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class autograd
    {
        /// <summary>The gradients of the outputs' sum with respect to the inputs; null where one is unused and may be.</summary>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor> grad_outputs = null!,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var outputHandles = Tensor.Handles(outputs);
            var inputHandles = Tensor.Handles(inputs);
            var gradientHandles = Tensor.Handles(grad_outputs);
            var results = new nint[inputHandles.Length];
            fixed (nint* o = outputHandles, i = inputHandles, g = gradientHandles, r = results)
            {
                NativeError.Check(NativeMethods.ts_grad(
                    o, outputHandles.Length, g, gradientHandles.Length, i, inputHandles.Length,
                    retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, r));
            }

            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }
    }
}
