namespace Sasr.Arena.Agents.Caching;

/// <summary>What of an agent's completions may come from the cache while others are asked for.</summary>
public enum CacheGranularity
{
    /// <summary>Every completion for itself: it is kept as soon as it is there, and only the missing ones are asked for.</summary>
    Each,

    /// <summary>
    /// All conversations of a batch or none, for models whose floating-point results may depend on the company: the same
    /// conversations in another batch are other completions.
    /// </summary>
    Batch,
}
