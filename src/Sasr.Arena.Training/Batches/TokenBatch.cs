using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training.Batches;

/// <summary>Sequences padded on the right, and the places of the tokens that are trained on.</summary>
/// <param name="Ids">[sequences, longest].</param>
/// <param name="Positions">Place in the flattened <paramref name="Ids"/> of the token before each trained one, [tokens].</param>
/// <param name="Targets">The trained tokens, [tokens], sequence by sequence.</param>
/// <param name="Counts">Trained tokens of each sequence.</param>
public sealed record TokenBatch(Tensor Ids, Tensor Positions, Tensor Targets, IReadOnlyList<int> Counts)
{
    /// <summary>Packs sequences; each must have a token that was written, and not as its first.</summary>
    public static TokenBatch Pack(IReadOnlyList<TrainingSequence> sequences, Device device)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        int longest = sequences.Max(sequence => sequence.Tokens.Length);
        var ids = new long[sequences.Count * longest];
        var positions = new List<long>();
        var targets = new List<long>();
        for (int row = 0; row < sequences.Count; row++)
        {
            (int[] tokens, bool[] written) = (sequences[row].Tokens, sequences[row].Written);
            for (int i = 0; i < tokens.Length; i++)
            {
                ids[row * longest + i] = tokens[i];
                if (!written[i])
                    continue;
                positions.Add(row * longest + i - 1);
                targets.Add(tokens[i]);
            }
        }
        return new TokenBatch(
            tensor(ids, [sequences.Count, longest]).to(device),
            tensor(positions.ToArray(), ScalarType.Int64).to(device),
            tensor(targets.ToArray(), ScalarType.Int64).to(device),
            [.. sequences.Select(sequence => sequence.WrittenCount)]);
    }

    /// <summary>Repeats a value a sequence for each of its tokens: [sequences] to [tokens].</summary>
    public Tensor Spread(IReadOnlyList<float> perSequence)
    {
        float[] values = [.. perSequence.SelectMany((value, row) => Enumerable.Repeat(value, Counts[row]))];
        return tensor(values, ScalarType.Float32).to(Ids.device);
    }
}
