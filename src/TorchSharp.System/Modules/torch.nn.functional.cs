using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The layers without parameters of their own, as functions.</summary>
        public static partial class functional
        {
            /// <summary>x Wᵀ + b.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Aten.Linear.Call(input, weights, bias);

            /// <summary>x · sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false)
            {
                if (!inplace)
                    return Aten.Silu.Call(x);
                Aten.SiluInPlace.Run(x);
                return x;
            }

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.Softmax.Call(input, dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => Aten.LogSoftmax.Call(x, dim);

            /// <summary>The negative logarithm of the softmax at the target.</summary>
            /// <param name="input">Logits, [N, classes] or [N, classes, d…].</param>
            /// <param name="target">Classes (Int64), [N] or [N, d…]; or probabilities, in the shape of the input.</param>
            /// <param name="weight">A weight for each class.</param>
            /// <param name="ignore_index">A class that neither counts nor gets a gradient.</param>
            /// <param name="reduction">The mean is over the targets that count, by their weights.</param>
            /// <param name="label_smoothing">How much of the target is spread over all classes.</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean,
                double label_smoothing = 0)
                => Aten.CrossEntropy.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>In training, zeroes elements with probability <paramref name="p"/> and divides the others by 1 - p.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (!inplace)
                    return Aten.Dropout.Call(input, p, training);
                Aten.DropoutInPlace.Run(input, p, training);
                return input;
            }

            /// <summary>softmax(Q Kᵀ / √d + mask) V, over any leading dimensions.</summary>
            /// <param name="query">[…, length, d].</param>
            /// <param name="key">[…, keys, d].</param>
            /// <param name="value">[…, keys, dv].</param>
            /// <param name="attn_mask">True where a key takes part, or numbers to add to the scores; [length, keys] or broadcast to it.</param>
            /// <param name="p">The probability of dropout.</param>
            /// <param name="is_casual">Each place sees itself and what is before it; not together with a mask.</param>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (Aten.Attention.Exists)
                    return Aten.Attention.Call(query, key, value, attn_mask, p, is_casual);

                // libtorch 1.13 has the operator under another name, with a second result that nobody asks for here.
                var (output, weights) = Aten.AttentionOf113.CallPair(query, key, value, attn_mask, p, false, is_casual);
                weights.Dispose();
                return output;
            }
        }
    }
}
