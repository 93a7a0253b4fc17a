using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sasr.Arena.Models.Transformer;

/// <summary>The shape of a Llama- or Qwen2-style decoder, as Hugging Face's <c>config.json</c> gives it.</summary>
public sealed record LlamaConfig
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Class names that transformers looks up.</summary>
    public IReadOnlyList<string> Architectures { get; init; } = ["LlamaForCausalLM"];

    /// <summary><c>llama</c>, or <c>qwen2</c>, whose query, key and value projections have biases.</summary>
    public string ModelType { get; init; } = "llama";

    /// <summary>Number of token ids.</summary>
    public required int VocabSize { get; init; }

    /// <summary>Width of the residual stream.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Width of the SwiGLU's inner layer.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>Number of decoder layers.</summary>
    public required int NumHiddenLayers { get; init; }

    /// <summary>Number of query heads.</summary>
    public required int NumAttentionHeads { get; init; }

    /// <summary>Number of key and value heads (grouped-query attention, arXiv 2305.13245); null: as many as query heads.</summary>
    public int? NumKeyValueHeads { get; init; }

    /// <summary>Width of a head; null: <see cref="HiddenSize"/> over <see cref="NumAttentionHeads"/>.</summary>
    public int? HeadDim { get; init; }

    /// <summary>Longest sequence, in tokens.</summary>
    public int MaxPositionEmbeddings { get; init; } = 512;

    /// <summary>Added to the mean square in RMSNorm.</summary>
    public double RmsNormEps { get; init; } = 1e-5;

    /// <summary>Base of the rotary frequencies (arXiv 2104.09864).</summary>
    public double RopeTheta { get; init; } = 10_000;

    /// <summary>Whether the output projection is the embedding.</summary>
    public bool TieWordEmbeddings { get; init; } = true;

    /// <summary>Whether all of attention's projections have biases.</summary>
    public bool AttentionBias { get; init; }

    /// <summary>The gate's activation; <c>silu</c> is the only one that this decoder has.</summary>
    public string HiddenAct { get; init; } = "silu";

    /// <summary>Scaling of the rotary frequencies; none is supported.</summary>
    public JsonElement? RopeScaling { get; init; }

    /// <summary>Standard deviation of the initial weights.</summary>
    public double InitializerRange { get; init; } = 0.02;

    /// <summary>Id of the token that begins sequences.</summary>
    public int BosTokenId { get; init; }

    /// <summary>Id of the token that ends completions.</summary>
    public int EosTokenId { get; init; } = 1;

    /// <summary>Number of key and value heads.</summary>
    [JsonIgnore]
    public int KeyValueHeads => NumKeyValueHeads ?? NumAttentionHeads;

    /// <summary>Width of a head.</summary>
    [JsonIgnore]
    public int HeadSize => HeadDim ?? HiddenSize / NumAttentionHeads;

    /// <summary>Reads a <c>config.json</c>.</summary>
    /// <exception cref="InputException">The file is missing, incomplete, or describes what this decoder is not.</exception>
    public static LlamaConfig Load(string path)
    {
        try
        {
            LlamaConfig config = JsonSerializer.Deserialize<LlamaConfig>(File.ReadAllText(path), Json)!;
            config.Validate();
            return config;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InputException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes a <c>config.json</c>.</summary>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>Checks that the sizes fit each other.</summary>
    /// <exception cref="InputException">They do not, or a feature is asked for that this decoder lacks.</exception>
    public void Validate()
    {
        Require(ModelType is "llama" or "qwen2", $"model_type '{ModelType}' is not supported; llama and qwen2 are");
        Require(HiddenAct == "silu", $"hidden_act '{HiddenAct}' is not supported; silu is");
        Require(RopeScaling is null or { ValueKind: JsonValueKind.Null }, "rope_scaling is not supported");
        Require(
            VocabSize > 0 && HiddenSize > 0 && IntermediateSize > 0 && NumHiddenLayers > 0 && NumAttentionHeads > 0 && MaxPositionEmbeddings > 0,
            "every size must be above 0");
        Require(
            HeadDim is not null || HiddenSize % NumAttentionHeads == 0,
            $"hidden_size {HiddenSize} does not divide into {NumAttentionHeads} heads");
        Require(HeadSize % 2 == 0, $"rotary embeddings need heads of an even width, and this is {HeadSize}");
        Require(
            KeyValueHeads > 0 && NumAttentionHeads % KeyValueHeads == 0,
            $"{NumAttentionHeads} query heads do not divide among {KeyValueHeads} key-value heads");
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InputException($"{otherwise}.");
    }
}
