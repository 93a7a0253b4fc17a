namespace Sasr.Arena.Agents;

/// <summary>What an agent does.</summary>
/// <param name="Text">The action: for a question, the completion.</param>
/// <param name="Trace">The tokens behind the text, where the agent is a policy that can be trained.</param>
/// <param name="Failure">Why the agent could not be asked (an endpoint that is down, a script that threw), and then the text is empty: the episode ends unscored. Null where it acted.</param>
public sealed record AgentAction(string Text, TokenTrace? Trace = null, string? Failure = null)
{
    /// <summary>No action, through no fault of whoever was to act.</summary>
    public static AgentAction Failed(string reason) => new("", Failure: reason);
}

/// <summary>The tokens of one action.</summary>
/// <param name="Prompt">Tokens of everything before the action.</param>
/// <param name="Tokens">The tokens that the policy wrote, with the end-of-sequence token where it wrote one.</param>
/// <param name="LogProbabilities">Natural logarithm of the probability with which each was drawn; as long as <paramref name="Tokens"/>.</param>
/// <param name="Truncated">Whether the limit of tokens cut the action off.</param>
public sealed record TokenTrace(
    IReadOnlyList<int> Prompt,
    IReadOnlyList<int> Tokens,
    IReadOnlyList<float> LogProbabilities,
    bool Truncated);
