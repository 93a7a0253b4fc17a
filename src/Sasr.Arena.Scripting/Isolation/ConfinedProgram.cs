namespace Sasr.Arena.Scripting.Isolation;

/// <summary>A program to be run under restraint, and what it needs of the machine. Paths are the same inside as outside.</summary>
internal sealed record ConfinedProgram
{
    /// <summary>The executable's path.</summary>
    public required string FileName { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>All of its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Files and folders that it can read, besides the system's shared libraries.</summary>
    public IReadOnlyList<string> Readable { get; init; } = [];

    /// <summary>A file that it inherits under this descriptor; null for none.</summary>
    public int? Inherited { get; init; }

    /// <summary>
    /// Whether it gets a session of its own, so that no terminal's signal reaches it. A program that leaves its caller's process group
    /// by itself needs none; and where the kernel shares processors out by session (sched(7), autogroup) it is woken sooner without.
    /// </summary>
    public bool OwnSession { get; init; } = true;

    /// <summary>What it may use.</summary>
    public ResourceLimits Limits { get; init; } = new();
}
