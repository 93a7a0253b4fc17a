using Sasr.Arena.Agents;
using Sasr.Arena.Agents.Endpoints;

namespace Sasr.Arena.Cli.Agents;

/// <summary>How an agent is asked.</summary>
/// <param name="Temperature">Of its sampling.</param>
/// <param name="Threads">CPU threads of a model on this machine.</param>
/// <param name="Format">Answer format; null for the one that it was trained on, or the environment's own.</param>
/// <param name="Seed">Of its sampling.</param>
internal sealed record AgentOptions(double Temperature = 0, int Threads = 2, string? Format = null, ulong Seed = 0)
{
    /// <summary>Probability that the tokens that may be drawn have together; 1: all may.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>Most tokens of a completion; null for what the model was trained with, or the endpoint's own limit.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Where and how patiently an endpoint is asked; null for OpenAI's own, with the usual patience. The model's name is not read.</summary>
    public EndpointOptions? Endpoint { get; init; }

    /// <summary>The environment variable with the endpoint's key.</summary>
    public string ApiKeyVariable { get; init; } = ApiKey.UsualVariable;

    /// <summary>Where completions are kept; null for nowhere.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>How completions are drawn.</summary>
    public Decoding Decoding => new(Temperature, TopP, MaxTokens, Seed);
}
