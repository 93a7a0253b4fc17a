using System.Text.Json.Serialization;

namespace Sasr.Arena.Agents;

/// <summary>How a model's completions are drawn.</summary>
public sealed record Decoding
{
    /// <summary>Divides the logits; 0 takes the likeliest token always.</summary>
    public double Temperature { get; set; }

    /// <summary>Only the fewest tokens that have this much probability together are drawn; 1: all.</summary>
    public double TopP { get; set; } = 1;

    /// <summary>Most tokens of a completion; null for what the agent says of itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxTokens { get; set; }

    /// <summary>Checks the values.</summary>
    /// <exception cref="InputException">One is out of its range; the message begins with its key.</exception>
    public void Validate()
    {
        if (!double.IsFinite(Temperature) || Temperature < 0)
            throw new InputException($"decoding.temperature: is {Temperature}; it must be at least 0.");
        if (!(TopP is > 0 and <= 1))
            throw new InputException($"decoding.top_p: is {TopP}; it must be above 0 and at most 1.");
        if (MaxTokens < 1)
            throw new InputException($"decoding.max_tokens: is {MaxTokens}; it must be at least 1.");
    }
}
