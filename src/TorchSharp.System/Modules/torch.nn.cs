using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Modules, and what they are made of.</summary>
    public static partial class nn
    {
        /// <summary>What a loss does with the losses of the examples.</summary>
        public enum Reduction : long
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        /// <summary>A linear layer, initialized as PyTorch's: uniformly in ±1/√inputs.</summary>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
        {
            var weight = new Parameter(empty([outputSize, inputSize], dtype, device));
            init.kaiming_uniform_(weight, Math.Sqrt(5));
            if (!hasBias)
                return new Linear(weight, null);
            var bias = new Parameter(empty([outputSize], dtype, device));
            var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
            init.uniform_(bias, -bound, bound);
            return new Linear(weight, bias);
        }

        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>A table of vectors, initialized from the standard normal distribution.</summary>
        public static Embedding Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            var weight = new Parameter(empty([num_embeddings, embedding_dims], dtype, device));
            init.normal_(weight);
            var padding = padding_idx is long index ? (index < 0 ? num_embeddings + index : index) : -1;
            if (padding >= 0)
            {
                using (no_grad())
                using (var row = weight[padding])
                    row.zero_();
            }

            return new Embedding(weight, padding, max_norm, norm_type, scale_grad_by_freq, sparse);
        }

        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
    }
}
