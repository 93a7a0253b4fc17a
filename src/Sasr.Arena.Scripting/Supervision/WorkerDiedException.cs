namespace Sasr.Arena.Scripting.Supervision;

/// <summary>A worker is of no more use: it ended, it was killed at a deadline, or it sent what it must not.</summary>
internal sealed class WorkerDiedException(string message, Exception? inner = null) : InfrastructureException(message, inner!)
{
    /// <summary>It was killed because an item ran too long: that item, and no other, is to blame.</summary>
    public bool AtDeadline { get; init; }

    /// <summary>How it came about.</summary>
    public DeathCause Cause { get; init; }

    /// <summary>The call over which it died; null where it may have been any of a batch's.</summary>
    public WorkCall? Blamed { get; set; }
}
