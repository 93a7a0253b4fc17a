using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>
            /// Scales the gradients down together, where the norm of all of them as one vector is above <paramref name="max_norm"/>,
            /// and returns that norm as it was. Parameters without a gradient are left out.
            /// </summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var ungraded = no_grad();
                var gradients = tensors.Select(parameter => parameter.grad).OfType<Tensor>().ToList();
                if (gradients.Count == 0)
                    return 0;

                var norms = gradients.ConvertAll(gradient => Aten.VectorNorm.Call(gradient, norm_type));
                var total = (double)Aten.VectorNorm.Call(torch.stack(norms), norm_type);
                // The small number is PyTorch's, against a division by zero.
                var scale = max_norm / (total + 1e-6);
                if (scale < 1)
                {
                    foreach (var gradient in gradients)
                        Aten.MulScalarInPlace.Run(gradient, scale);
                }

                return total;
            }
        }
    }
}
