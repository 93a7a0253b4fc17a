using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors with what training begins with. Nothing here is recorded for gradients.</summary>
        public static partial class init
        {
            /// <summary>Which size of a weight its scale is taken from.</summary>
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            /// <summary>The function after the layer, which the scale makes up for.</summary>
            public enum NonlinearityType
            {
                Linear = 0,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using (no_grad())
                    Aten.NormalInPlace.Run(tensor, mean, std, generator);
                return tensor;
            }

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using (no_grad())
                    Aten.UniformInPlace.Run(tensor, low, high, generator);
                return tensor;
            }

            public static Tensor ones_(Tensor tensor)
            {
                using (no_grad())
                    Aten.FillInPlace.Run(tensor, 1L);
                return tensor;
            }

            /// <summary>Uniformly in ±gain·√(3 / fan) (He and others, 2015).</summary>
            /// <param name="tensor">A weight of two or more dimensions, [outputs, inputs, …].</param>
            /// <param name="a">The slope of the leaky ReLU's negative side.</param>
            /// <param name="mode">Whether fan counts inputs or outputs.</param>
            /// <param name="nonlinearity">What the gain is for.</param>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("Fan in and fan out can't be computed for a tensor with fewer than 2 dimensions.", nameof(tensor));
                var receptive = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                var fan = receptive * (mode == FanInOut.FanIn ? shape[1] : shape[0]);
                var gain = nonlinearity switch
                {
                    NonlinearityType.Linear => 1,
                    NonlinearityType.ReLU => Math.Sqrt(2),
                    _ => Math.Sqrt(2 / (1 + (a * a))),
                };
                var bound = fan == 0 ? 0 : gain * Math.Sqrt(3.0 / fan);
                return uniform_(tensor, -bound, bound);
            }
        }
    }
}
