namespace Sasr.Arena.Models.Generation;

/// <summary>How completions are drawn.</summary>
/// <param name="MaxTokens">Most tokens a completion may have, the end-of-sequence token included.</param>
/// <param name="Temperature">Divides the logits; 0 takes the most likely token always.</param>
/// <param name="TopK">Only the most likely tokens are drawn; 0: all. Training must sample all, or its ratios are biased.</param>
/// <param name="TopP">Only the fewest tokens that have this much probability together are drawn; 1: all.</param>
public sealed record SamplingOptions(int MaxTokens, double Temperature = 1, int TopK = 0, double TopP = 1)
{
    /// <summary>Checks the values.</summary>
    /// <exception cref="InputException">One is out of its range.</exception>
    public void Validate()
    {
        if (MaxTokens < 1)
            throw new InputException($"max_tokens is {MaxTokens}; it must be at least 1.");
        if (!double.IsFinite(Temperature) || Temperature < 0)
            throw new InputException($"temperature is {Temperature}; it must be at least 0.");
        if (TopK < 0)
            throw new InputException($"top_k is {TopK}; it must be at least 0.");
        if (!(TopP is > 0 and <= 1))
            throw new InputException($"top_p is {TopP}; it must be above 0 and at most 1.");
    }
}
