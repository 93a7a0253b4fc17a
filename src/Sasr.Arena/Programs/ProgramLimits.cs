namespace Sasr.Arena.Programs;

/// <summary>What a candidate may use.</summary>
public sealed record ProgramLimits
{
    /// <summary>For one case, and for all that runs before the first.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Memory for its data, in bytes.</summary>
    public long MemoryBytes { get; init; } = 384L << 20;

    /// <summary>What one case may print or return, in UTF-16 units; more is a runtime error.</summary>
    public int OutputLength { get; init; } = 1 << 20;
}
