namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index of one dimension, or of none (<see cref="None"/>), or of several (<see cref="Ellipsis"/>).</summary>
#pragma warning disable CA1815 // TorchSharp's struct has no equality.
    public struct TensorIndex
#pragma warning restore CA1815
    {
        internal enum IndexKind
        {
            None,
            Number,
            Slice,
            Ellipsis,
            Tensor,
        }

#pragma warning disable CA2211 // TorchSharp's fields are not readonly either.
        /// <summary>All dimensions that the other indices leave over.</summary>
        public static TensorIndex Ellipsis = new() { Kind = IndexKind.Ellipsis };

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None = new() { Kind = IndexKind.None };

        /// <summary>The whole of a dimension.</summary>
        public static TensorIndex Colon = new() { Kind = IndexKind.Slice };
#pragma warning restore CA2211

        internal IndexKind Kind { get; private init; }

        internal long Number { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Selected { get; private init; }

        internal readonly bool IsWhole => Start is null && Stop is null && Step is null;

        /// <summary>How many dimensions of the tensor the index is for.</summary>
        internal readonly int Dimensions => Kind switch
        {
            IndexKind.None or IndexKind.Ellipsis => 0,
            IndexKind.Tensor when Selected!.dtype is ScalarType.Bool or ScalarType.Byte => Selected.Rank,
            _ => 1,
        };

        /// <summary>From <paramref name="start"/> to before <paramref name="stop"/>; negative values count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null)
            => new() { Kind = IndexKind.Slice, Start = start, Stop = stop, Step = step };

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        /// <summary>A C# range; its end may count from the end of the dimension.</summary>
        public static TensorIndex Slice(Range range)
        {
            long? start = range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value;
            // ^0 is the end itself, which a negative number can't say.
            long? stop = range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value;
            return Slice(start, stop);
        }

        /// <summary>A tensor of places, or a mask.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new() { Kind = IndexKind.Tensor, Selected = tensor };

        public static implicit operator TensorIndex(long value) => At(value);

        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => At(index.IsFromEnd ? -index.Value : index.Value);

        internal static TensorIndex At(long value) => new() { Kind = IndexKind.Number, Number = value };
    }
}
