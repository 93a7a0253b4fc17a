namespace Sasr.Arena.Scripting.Supervision;

/// <summary>What a worker died of.</summary>
internal enum DeathCause
{
    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>It was killed because an item ran too long.</summary>
    Deadline,

    /// <summary>Its stack was full.</summary>
    StackOverflow,

    /// <summary>Its heap was full.</summary>
    OutOfMemory,

    /// <summary>It ended, by itself or at somebody's hand.</summary>
    Exited,

    /// <summary>It sent what it must not.</summary>
    Protocol,
}
