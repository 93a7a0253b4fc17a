using Sasr.Arena.Agents;
using Sasr.Arena.Agents.Endpoints;

namespace Sasr.Arena.Cli.Agents;

/// <summary>How an agent is asked.</summary>
/// <param name="Decoding">How its completions are drawn.</param>
/// <param name="Threads">CPU threads of a model on this machine.</param>
/// <param name="Format">Answer format; null for the one that it was trained on, or the environment's own.</param>
/// <param name="Seed">Of its sampling.</param>
internal sealed record AgentOptions(Decoding Decoding, int Threads = 2, string? Format = null, ulong Seed = 0)
{
    /// <summary>Where and how patiently an endpoint is asked; null for OpenAI's own, with the usual patience. The model's name is not read.</summary>
    public EndpointOptions? Endpoint { get; init; }

    /// <summary>The environment variable with the endpoint's key.</summary>
    public string ApiKeyVariable { get; init; } = ApiKey.UsualVariable;

    /// <summary>Where completions are kept; null for nowhere.</summary>
    public string? CacheFolder { get; init; }
}
