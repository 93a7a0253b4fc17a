namespace Sasr.Arena.Agents;

/// <summary>What an agent does.</summary>
/// <param name="Text">The action: for a question, the completion.</param>
/// <param name="Trace">The tokens behind the text, where the agent is a policy that can be trained.</param>
public sealed record AgentAction(string Text, TokenTrace? Trace = null);

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
