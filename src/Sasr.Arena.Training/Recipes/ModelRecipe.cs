using Sasr.Arena.Models.Tokenization;
using Sasr.Arena.Models.Transformer;

namespace Sasr.Arena.Training.Recipes;

/// <summary>A new decoder's shape, or the folder of one to go on from.</summary>
public sealed class ModelRecipe
{
    /// <summary>Folder of a model, or of a run whose latest checkpoint is meant, to start from; the other keys are then of no use.</summary>
    public string? From { get; set; }

    /// <summary>Characters of the tokenizer; null: ASCII.</summary>
    public string? Characters { get; set; }

    /// <summary>Width of the residual stream.</summary>
    public int HiddenSize { get; set; } = 64;

    /// <summary>Width of the SwiGLU's inner layer.</summary>
    public int IntermediateSize { get; set; } = 176;

    /// <summary>Number of decoder layers.</summary>
    public int Layers { get; set; } = 2;

    /// <summary>Number of query heads.</summary>
    public int Heads { get; set; } = 4;

    /// <summary>Number of key-value heads; null: as many as query heads.</summary>
    public int? KeyValueHeads { get; set; }

    /// <summary>Longest sequence, in tokens.</summary>
    public int MaxPositions { get; set; } = 256;

    /// <summary>The decoder's configuration for a tokenizer.</summary>
    public LlamaConfig Config(ITokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        return new LlamaConfig
        {
            VocabSize = tokenizer.VocabularySize,
            HiddenSize = HiddenSize,
            IntermediateSize = IntermediateSize,
            NumHiddenLayers = Layers,
            NumAttentionHeads = Heads,
            NumKeyValueHeads = KeyValueHeads,
            MaxPositionEmbeddings = MaxPositions,
            BosTokenId = tokenizer.BeginOfSequence,
            EosTokenId = tokenizer.EndOfSequence,
        };
    }
}
