using Sasr.Arena.Models.Transformer;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Tests;

/// <summary>Decoders small enough to be checked to the last digit, with weights large enough to have opinions.</summary>
internal static class TinyModels
{
    public static LlamaConfig Config { get; } = new()
    {
        VocabSize = 11,
        HiddenSize = 16,
        IntermediateSize = 24,
        NumHiddenLayers = 2,
        NumAttentionHeads = 4,
        NumKeyValueHeads = 2,
        MaxPositionEmbeddings = 32,
        InitializerRange = 0.5,
    };

    public static LlamaForCausalLM Create(LlamaConfig? config = null, ulong seed = 5)
    {
        using var generator = new Generator(seed, CPU);
        return new LlamaForCausalLM(config ?? Config, CPU, generator);
    }
}
