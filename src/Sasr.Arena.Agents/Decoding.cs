using System.Globalization;

namespace Sasr.Arena.Agents;

/// <summary>How completions are drawn.</summary>
/// <param name="Temperature">Of the sampling; 0 takes the likeliest token.</param>
/// <param name="TopP">Only the fewest tokens that have this much probability together are drawn; 1: all.</param>
/// <param name="MaxTokens">Most tokens of a completion; null for the model's own limit.</param>
/// <param name="Seed">The same seed gives the same completions, as far as whoever draws them keeps to it.</param>
public sealed record Decoding(double Temperature = 0, double TopP = 1, int? MaxTokens = null, ulong Seed = 0)
{
    /// <summary>Checks the values.</summary>
    /// <exception cref="InputException">One is out of its range.</exception>
    public void Validate()
    {
        if (!double.IsFinite(Temperature) || Temperature < 0)
            throw new InputException(Say($"temperature is {Temperature}; it must be at least 0."));
        if (!(TopP is > 0 and <= 1))
            throw new InputException(Say($"top_p is {TopP}; it must be above 0 and at most 1."));
        if (MaxTokens < 1)
            throw new InputException(Say($"max_tokens is {MaxTokens}; it must be at least 1."));
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
